import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The ways in which a word may have been written down. */
function writingsOf(word: string): Readonly<Record<string, Buffer>> {
  const plain = Buffer.from(word, 'utf8');
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64');
    // The first and last characters depend on what stands beside the word.
    return base64.slice(
      Math.ceil((shift * 8) / 6) + (shift ? 1 : 0),
      Math.floor(((shift + plain.length) * 8) / 6),
    );
  });
  const ways: Record<string, Buffer> = {
    plain,
    'in capitals': Buffer.from(word.toUpperCase()),
    'in small letters': Buffer.from(word.toLowerCase()),
    'in UTF-16': Buffer.from(word, 'utf16le'),
    'in hex': Buffer.from(plain.toString('hex')),
    'in hex capitals': Buffer.from(plain.toString('hex').toUpperCase()),
    reversed: Buffer.from(plain).reverse(),
    ...Object.fromEntries(shifted.map((text, shift) => [`in base64, ${shift} off`, Buffer.from(text)])),
  };
  // A word of small letters is written the same way twice.
  const distinct = new Map(
    Object.entries(ways).map(([way, bytes]) => [bytes.toString('hex'), { way, bytes }]),
  );
  return Object.fromEntries([...distinct.values()].map(({ way, bytes }) => [way, bytes]));
}

/** Where any of these words stand, as sentences without the word itself. */
export function findings(place: string, content: Buffer | string, words: readonly string[]): string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return words.flatMap((word, index) =>
    Object.entries(writingsOf(word))
      .filter(([, writing]) => bytes.includes(writing))
      .map(([way]) => `word ${index} stands ${way} in ${place}`),
  );
}

/** Looks through every file below a folder. @returns what was found and how many bytes were read. */
export async function findingsBelow(
  folder: string,
  words: readonly string[],
): Promise<{ found: string[]; bytes: number }> {
  const found: string[] = [];
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A running database renames and removes files while they are listed.
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    bytes += content.length;
    found.push(...findings(path, content, words));
  }
  return { found, bytes };
}
