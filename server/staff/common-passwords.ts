/** Shorter ones are part of too many good passwords. */
const SHORTEST = 6;
const LONGEST = 32;

let loaded: Promise<ReadonlySet<string>> | null = null;

/**
 * Passwords that are tried first, in lower case, letters and digits only: some 30,000, about 20 MB with the list they
 * come from. Loaded when somebody first chooses a password, and kept.
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= load();
  return loaded;
}

/**
 * Whether one common password, however often it stands there, makes up most of a password: what is beside it is short,
 * and at most half as long.
 */
export function isMostlyCommon(plain: string, common: ReadonlySet<string>, mostBeside: number): boolean {
  for (let start = 0; start + SHORTEST <= plain.length; start += 1) {
    const last = Math.min(plain.length, start + LONGEST);
    for (let end = start + SHORTEST; end <= last; end += 1) {
      const word = plain.slice(start, end);
      if (!common.has(word)) continue;
      const beside = plain.split(word).join('').length;
      if (beside <= mostBeside && beside * 3 <= plain.length) return true;
    }
  }
  return false;
}

/** Only what counts of a password when it is compared with what others chose. */
export function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const words = dictionary['passwords-common'].map(lettersAndDigits);
  return new Set(words.filter(({ length }) => length >= SHORTEST && length <= LONGEST));
}
