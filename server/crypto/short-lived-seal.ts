import { openText, sealText } from './sealing.ts';

/** How long what was sealed can be opened. */
const LIFE = 2 * 60_000; // 2 minutes

const PLACE = { table: 'cookie', row: 'portal', column: 'note' };

/** Seals short texts that travel through a browser and are of use for two minutes. Nothing is stored. */
export class ShortLivedSeal {
  /**
   * @param key 32 bytes, the same in every process of the installation.
   * @param now what the time is.
   */
  constructor(
    private readonly key: Buffer,
    private readonly now: () => Date,
  ) {}

  /** @returns base64url, without padding; more than 1 KiB, because the length of the text must not show. */
  seal(text: string): string {
    return sealText(JSON.stringify([this.now().getTime(), text]), this.key, PLACE).toString('base64url');
  }

  /** @returns null for what was not sealed here, was changed, or is older than two minutes. */
  unseal(sealed: string): string | null {
    try {
      const [sealedAt, text] = JSON.parse(openText(Buffer.from(sealed, 'base64url'), this.key, PLACE));
      const age = this.now().getTime() - sealedAt;
      return age >= 0 && age <= LIFE ? text : null;
    } catch {
      return null;
    }
  }
}
