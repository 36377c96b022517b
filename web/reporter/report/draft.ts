import type { PageAnswer, PageAnswers } from './answer.ts';
import type { PageContact } from './contact.ts';

/** The code that was drawn for this report, shown but not yet at work. */
export interface CodeOffer {
  /** `XXXX-XXXX-XXXX-XXXX` */
  readonly code: string;
  /** opaque, for `submitReport` */
  readonly enrolment: string;
  /** ISO 8601 in UTC */
  readonly expiresAt: string;
}

/** All that a reporter has answered so far. It lives in a hidden field of the page and nowhere else. */
export interface Draft {
  /** 128 random bits, base64url: makes Send safe to press twice */
  readonly key: string;
  /** version of the questions that were shown */
  readonly version: string;
  readonly answers: PageAnswers;
  readonly contact: PageContact | null;
  /** ids of those who should not read it; `null`: not asked yet */
  readonly keptOut: readonly string[] | null;
  /** `null`: not asked yet */
  readonly messaging: 'yes' | 'no' | null;
  readonly offer: CodeOffer | null;
  /** the code for one more report, drawn where this form turned out to have been used */
  readonly next: CodeOffer | null;
  /** the code was said to be saved */
  readonly codeSaved: boolean;
  /** came from "Check your answers", and goes back there */
  readonly checking: boolean;
}

/** A form that nobody has answered yet. @param offer `null`: a code is drawn when one is wanted */
export function emptyDraft(key: string, version: string, offer: CodeOffer | null = null): Draft {
  return {
    key,
    version,
    answers: {},
    contact: null,
    keptOut: null,
    messaging: null,
    offer,
    next: null,
    codeSaved: false,
    checking: false,
  };
}

/** The draft as the value of a hidden field. */
export function encodeDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/**
 * Reads the hidden field. It comes from the page, so anything may stand in it.
 *
 * @returns `null` where it holds no draft.
 */
export function decodeDraft(field: string): Draft | null {
  const parsed = parse(field);
  if (!isRecord(parsed)) return null;
  const {
    key,
    version,
    answers,
    contact,
    keptOut = null,
    messaging,
    offer,
    next,
    codeSaved,
    checking,
  } = parsed;
  if (typeof key !== 'string' || !/^[\w-]{22}$/.test(key) || typeof version !== 'string') return null;
  if (!isRecord(answers) || !Object.values(answers).every((answer) => answer === null || isAnswer(answer)))
    return null;
  if (contact !== null && !hasTexts(contact, 'name', 'email', 'phone')) return null;
  if (keptOut !== null && !isTexts(keptOut)) return null;
  if (messaging !== null && messaging !== 'yes' && messaging !== 'no') return null;
  if (![offer, next].every((each) => each === null || hasTexts(each, 'code', 'enrolment', 'expiresAt')))
    return null;
  return {
    key,
    version,
    answers: answers as PageAnswers,
    contact: contact as PageContact | null,
    keptOut,
    messaging,
    offer: offer as CodeOffer | null,
    next: next as CodeOffer | null,
    codeSaved: codeSaved === true,
    checking: checking === true,
  };
}

function parse(field: string): unknown {
  try {
    return JSON.parse(field);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasTexts(value: unknown, ...names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}

function isAnswer(value: unknown): value is PageAnswer {
  if (!isRecord(value)) return false;
  const { kind, choices } = value;
  if (kind === 'text') return hasTexts(value, 'text');
  if (kind === 'month') return hasTexts(value, 'month', 'year');
  return kind === 'choices' && isTexts(choices);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
