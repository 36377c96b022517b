import { randomInt } from 'node:crypto';

/** Digits and letters that are not mistaken for each other when read aloud, and make no words. */
const SYMBOLS = '23456789BCDFGHJKMNPQRTVWXZ';

/** A number for staff to say to each other, like `7QK-M2X`: random, so it tells nothing of when or how many. */
export function drawCaseNumber(): string {
  const draw = () => SYMBOLS.charAt(randomInt(SYMBOLS.length));
  const three = () => draw() + draw() + draw();
  return `${three()}-${three()}`;
}
