/** All but tab and line feed. */
const CONTROL_CHARACTERS = /[^\P{Cc}\t\n]/gu;

/** Anything but spaces, marks that only say how others are written, and signs that are drawn as nothing. */
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * How many characters somebody typed, counted as code points, as a reader would count letters and emoji roughly.
 * A browser's `maxlength` counts UTF-16 units; every limit here is stated in code points.
 */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Line ends as one kind, whole characters only, no control characters, and no white space around; empty where nothing of it
 * can be seen.
 *
 * Browsers send CRLF from text areas and a retry may not; and what no keyboard types would take six bytes a
 * character once it is written down as JSON, more than limits in characters allow for.
 */
export function tidyText(text: string): string {
  const tidy = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL_CHARACTERS, '').trim();
  return VISIBLE.test(tidy) ? tidy : '';
}

/** As `tidyText`, in one line: a name that breaks one would look like two in a list, a log or a terminal. */
export function tidyLine(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ');
}

/** How many bytes the text takes as UTF-8. */
export function byteCount(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
