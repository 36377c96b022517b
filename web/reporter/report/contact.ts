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

/** What stands against the details: a name, and one way at least to reach the person. */
export function contactFaults({ name, email, phone }: PageContact): Fault[] {
  const faults: Fault[] = [];
  if (name === '') faults.push({ field: 'name', message: 'fault.name' });
  if (email === '' && phone === '') faults.push({ field: 'email', message: 'fault.reach' });
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    faults.push({ field: 'email', message: 'fault.email' });
  }
  if (phone !== '' && (phone.match(/\p{Nd}/gu) ?? []).length < 3) {
    faults.push({ field: 'phone', message: 'fault.phone' });
  }
  for (const [field, value] of [
    ['name', name],
    ['email', email],
    ['phone', phone],
  ] as const) {
    const limit = LONGEST[field];
    if (lengthOf(value) > limit) faults.push({ field, message: 'fault.contactLong', values: { limit } });
  }
  return faults;
}

/** The details as `submitReport` takes them. */
export function toContactInput(contact: PageContact): {
  name: string;
  email: string | null;
  phone: string | null;
} {
  return { name: contact.name, email: contact.email || null, phone: contact.phone || null };
}
