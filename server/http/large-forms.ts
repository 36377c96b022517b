import type { FastifyReply, FastifyRequest } from 'fastify';

/** Longest form that anybody may send at any time, in bytes. */
const ORDINARY_BYTES = 256 * 1024;

/** How many larger ones may be under way at once: with the longest form of 1 MiB, 64 MiB of memory. */
const AT_ONCE = 64;

/**
 * Room for forms that are larger than ordinary ones. A form waits in memory until all of it has come, so without an end
 * to their number, strangers who send slowly would decide how much memory the program needs. Ordinary ones need no room
 * here: whoever fills it keeps nobody from sending a report of ordinary length.
 */
export class LargeForms {
  private underWay = 0;

  /**
   * Lets a request in, and holds its room until it was answered or its connection is gone.
   *
   * @returns false where there is no room for it now.
   */
  admit(request: FastifyRequest, reply: FastifyReply): boolean {
    if (!isLarge(request)) return true;
    if (this.underWay >= AT_ONCE) return false;
    this.underWay += 1;
    reply.raw.once('close', () => {
      this.underWay -= 1;
    });
    return true;
  }
}

/** A form that does not say its length may be of any. */
function isLarge({ method, headers }: FastifyRequest): boolean {
  if (method !== 'POST') return false;
  const said = headers['content-length'];
  return said === undefined || Number(said) > ORDINARY_BYTES;
}
