import { characterCount, tidyLine, tidyText } from '../shared/text.ts';

/** What stands against a setting: where, as a path of input fields, and why, in a sentence. */
export interface SettingFaultWords {
  readonly field: string;
  readonly message: string;
}

/** Direction overrides could make an address or a number read as another one. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it is stored: no control characters, none that turn the order of what is read, no white space around. */
export function tidySetting(text: string, isOneLine: boolean): string {
  const plain = text.replace(DIRECTION_CONTROLS, '');
  return isOneLine ? tidyLine(plain) : tidyText(plain).replace(/\n{3,}/g, '\n\n');
}

/** The sentence against a text that is too long; null where it fits. `longest`: characters. */
export function lengthFault(text: string, longest: number): string | null {
  return characterCount(text) > longest ? `Shorten this to ${longest} characters.` : null;
}

/** Whether this is an https address of a place that everybody can open: no credentials, nothing after a `?` or `#`. */
export function isPlainHttps(address: string): boolean {
  if (!/^https:\/\/[^\s?#@\\]+$/.test(address) || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname.includes('.') && !hostname.endsWith('.onion');
}
