import type { SentForm } from '../form.ts';
import { lengthOf } from './answer.ts';
import type { Fault } from './answer-fault.ts';

/** Contact details as they stand on the page. */
export interface PageContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Longest name, address and number, in characters. */
const LONGEST = { name: 200, email: 254, phone: 40 } as const;

/** What the form's fields say. */
export function contactFromForm(form: SentForm): PageContact {
  return {
    name: form.text('name').trim(),
    email: form.text('email').trim(),
    phone: form.text('phone').trim(),
  };
}

/** What stands against the details, in the order of the page: a name, and one way at least to reach the person. */
export function contactFaults({ name, email, phone }: PageContact): Fault[] {
  const faults = [nameFault(name), emailFault(email, phone), phoneFault(phone)];
  return faults.filter((fault) => fault !== null);
}

function nameFault(name: string): Fault | null {
  return name === '' ? { field: 'name', message: 'fault.name' } : longFault('name', name);
}

function emailFault(email: string, phone: string): Fault | null {
  if (email === '') return phone === '' ? { field: 'email', message: 'fault.reach' } : null;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
    ? longFault('email', email)
    : { field: 'email', message: 'fault.email' };
}

function phoneFault(phone: string): Fault | null {
  if (phone === '') return null;
  return (phone.match(/\p{Nd}/gu) ?? []).length < 3
    ? { field: 'phone', message: 'fault.phone' }
    : longFault('phone', phone);
}

function longFault(field: keyof PageContact, value: string): Fault | null {
  const limit = LONGEST[field];
  return lengthOf(value) > limit ? { field, message: `fault.long.${field}`, values: { limit } } : null;
}

/** The details as `submitReport` takes them. */
export function toContactInput(contact: PageContact): {
  name: string;
  email: string | null;
  phone: string | null;
} {
  return { name: contact.name, email: contact.email || null, phone: contact.phone || null };
}
