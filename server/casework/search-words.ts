const MARKS = /\p{M}/gu;

/** A text as it is searched: without case, accents and other marks, full-width forms as plain ones. */
export function folded(text: string): string {
  // Quicker to tell of long texts than by looking for a letter beyond ASCII.
  const isAscii = Buffer.byteLength(text) === text.length;
  return isAscii ? text.toLowerCase() : text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** The different words of what somebody looks for, folded. */
export function wordsOf(search: string): string[] {
  return [...new Set(folded(search).split(/\s+/u))].filter((word) => word !== '');
}

/**
 * In which of some texts the words stand; null unless each stands in one of them at least.
 *
 * @param words folded.
 * @param texts folded, by place.
 */
export function placesOf<Place>(
  words: readonly string[],
  texts: readonly { readonly place: Place; readonly text: string }[],
): Place[] | null {
  // Whether first, then where: of most cases nothing is asked but whether the first word stands in them.
  if (words.length === 0 || !words.every((word) => texts.some(({ text }) => text.includes(word))))
    return null;
  const places = texts.filter(({ text }) => words.some((word) => text.includes(word)));
  return [...new Set(places.map(({ place }) => place))];
}
