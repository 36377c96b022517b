/** What a part of a text looks like. */
export type DetailKind = 'email' | 'phone' | 'number' | 'name';

/** A part of a text that may tell who somebody is. `start` and `end` count UTF-16 units, as `slice` does. */
export interface Detail {
  readonly kind: DetailKind;
  readonly start: number;
  readonly end: number;
}

const EMAIL = /[^\s@<>()[\]"“”„,;:]+@[^\s@<>()[\]"“”,;:]+\.\p{L}{2,}/gu;
const DIGITS = /(?<![\p{L}\p{N}])[+(]*\p{Nd}[\p{Nd}\s().\-–/]{4,}\p{Nd}(?![\p{L}\p{N}])/gu;
const LETTERED_NUMBER = /(?<![\p{L}\p{N}])\p{L}{1,3}[-/]?\p{Nd}{5,10}(?![\p{L}\p{N}])/gu;
const DAY = /^(?:\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}|\p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{2,4})$/u;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** Words with a capital letter that name nobody, and words that sentences begin with. */
const NOT_A_NAME = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter english welsh arabic i i'm i've i'd i'll ok a an the this that these those
  there here he she it they we you his her its their our your my one some many most all no not yes and but or so if as
  at by for from in into of on to with after before during while when then what who why where how because since until
  yesterday today last next every each both also however later once since now nobody somebody everyone someone people
  please thanks dear`.split(/\s+/),
);
const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'mx', 'miss', 'prof', 'professor', 'sir', 'dean']);

/**
 * Looks for parts of a text that may tell who somebody is. It runs in the browser of whoever wrote the text, and makes
 * mistakes both ways: a name in small letters is not found, and a place is taken for a name.
 *
 * @returns in the order of the text, none overlapping.
 */
export function findDetails(text: string): Detail[] {
  const found: Detail[] = [];
  const add = (kind: DetailKind, start: number, end: number) => {
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
  };
  for (const match of text.matchAll(EMAIL)) add('email', match.index, match.index + match[0].length);
  for (const match of text.matchAll(LETTERED_NUMBER))
    add('number', match.index, match.index + match[0].length);
  for (const match of text.matchAll(DIGITS)) {
    const kind = kindOfNumber(match[0]);
    if (kind) add(kind, match.index, match.index + match[0].length);
  }
  for (const { start, end } of names(text)) add('name', start, end);
  return found.sort((one, other) => one.start - other.start);
}

function kindOfNumber(words: string): 'phone' | 'number' | null {
  const digits = words.replace(/\P{Nd}/gu, '').length;
  if (DAY.test(words.trim()) || digits < 6 || digits > 15) return null;
  if (/^[+(0٠]/u.test(words) || /[\s().]/.test(words)) return digits >= 7 ? 'phone' : null;
  return 'number';
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Runs of words with a capital letter, but for one alone at the start of a sentence, which any word has. */
function names(text: string): Word[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of words) {
    const last = run.at(-1);
    if (last && !/^\.?[ \u00a0]$/.test(text.slice(last.end, word.start))) {
      runs.push(run);
      run = [];
    }
    if (looksLikeName(word.word)) run.push(word);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  runs.push(run);
  return runs.flatMap((each) => {
    const [first] = each;
    const end = each.at(-1)?.end;
    if (!first || end === undefined) return [];
    const isAlone = each.length === 1;
    if (isAlone && (startsSentence(text, first.start) || isTitle(first.word))) return [];
    return [{ word: text.slice(first.start, end), start: first.start, end }];
  });
}

function looksLikeName(word: string): boolean {
  return isTitle(word) || (/^\p{Lu}\p{Ll}/u.test(word) && !NOT_A_NAME.has(word.toLowerCase()));
}

function isTitle(word: string): boolean {
  return /^\p{Lu}/u.test(word) && TITLES.has(word.toLowerCase());
}

/** How far back a sentence's end is looked for, in UTF-16 units. */
const LOOK_BACK = 10;

function startsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  // A piece out of the middle must not look like the start of the text.
  const piece = start > LOOK_BACK ? `x${before}` : before;
  return /(?:(?:^|\n)\s*(?:[-*•]\s*)?|[.!?:…]["”’)]*\s+)["“‘(]*$/u.test(piece);
}
