import { characterCount, tidyText } from '../shared/text.ts';

/** Longest message, in characters; fits a sealed body also where each takes four bytes. */
export const LONGEST_MESSAGE = 5_000;

/** The text as it is stored, or the sentence that says what stands against it. */
export function checkMessageText(typed: string): { text: string } | { fault: string } {
  const text = tidyText(typed);
  const length = characterCount(text);
  if (length === 0) return { fault: 'Write your message first. Nothing has been sent.' };
  if (length > LONGEST_MESSAGE) {
    return {
      fault: `Use at most 5,000 characters. There are ${length} now. Nothing has been sent.`,
    };
  }
  return { text };
}
