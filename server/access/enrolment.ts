import type { AccessCode } from '../crypto/access-code.type.ts';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { BlobFormat, openBytes, type Place, SEAL_OVERHEAD_BYTES, sealBytes } from '../crypto/sealing.ts';
import { ACCESS_CODE_LENGTH, parseAccessCode } from './access-code.ts';

/** A code that was offered and not used yet; it exists only inside its sealed form, in the reporter's hands. */
export interface Enrolment {
  code: AccessCode;
  expiresAt: Date;
}

const HOUR = 3_600_000; // milliseconds
/** Time from the offer of a code to the last moment a report can be sent with it. */
const GOOD_FOR = 48 * HOUR;
/** How far the clocks of two processes may stand apart around midnight. */
const CLOCK_DRIFT = HOUR / 12; // 5 minutes

const EXPIRY_BYTES = 8;
const ENROLMENT_BYTES = SEAL_OVERHEAD_BYTES + EXPIRY_BYTES + ACCESS_CODE_LENGTH;
const ENROLMENT_TEXT = new RegExp(`^[\\w-]{${Math.ceil((ENROLMENT_BYTES * 4) / 3)}}$`);

/**
 * Seals an offered code for the time until the report is sent, so that the server need not remember it.
 *
 * Whoever holds an enrolment and the master secret holds the code: never store or log one.
 *
 * @returns `enrolment`, 87 characters of base64url, opaque to the client; good for 48 hours.
 */
export function sealEnrolment(
  code: AccessCode,
  now: Date,
  secrets: DeploymentSecrets,
): { enrolment: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + GOOD_FOR);
  const content = Buffer.alloc(EXPIRY_BYTES + ACCESS_CODE_LENGTH);
  content.writeBigInt64BE(BigInt(expiresAt.getTime()));
  content.write(code, EXPIRY_BYTES, 'ascii');

  const day = dayOf(now.getTime());
  const blob = sealBytes(content, secrets.enrolmentKey(day), placeOf(day), BlobFormat.enrolment);
  content.fill(0);
  return { enrolment: blob.toString('base64url'), expiresAt };
}

/**
 * Opens an enrolment that came back with a report.
 *
 * @param enrolment anything a client sent, of any length.
 * @returns null when it is expired, forged, damaged or no enrolment at all. Never throws.
 */
export function openEnrolment(enrolment: string, now: Date, secrets: DeploymentSecrets): AccessCode | null {
  if (!ENROLMENT_TEXT.test(enrolment)) return null;
  const blob = Buffer.from(enrolment, 'base64url');
  // Spare bits of the last character would let one enrolment be written in several ways.
  if (blob.toString('base64url') !== enrolment) return null;

  const instant = now.getTime();
  for (const offeredAt of [instant, instant + CLOCK_DRIFT, instant - GOOD_FOR / 2, instant - GOOD_FOR]) {
    const found = openWithKeyOf(offeredAt, blob, secrets);
    if (found !== null) return instant < found.expiresAt.getTime() ? found.code : null;
  }
  return null;
}

function openWithKeyOf(offeredAt: number, blob: Buffer, secrets: DeploymentSecrets): Enrolment | null {
  let content: Buffer;
  try {
    const day = dayOf(offeredAt);
    content = openBytes(blob, secrets.enrolmentKey(day), placeOf(day), BlobFormat.enrolment);
  } catch {
    // Another day's key, a forgery, or a clock beyond the calendar: in every case there is no code in it.
    return null;
  }
  const expiresAt = new Date(Number(content.readBigInt64BE()));
  const code = parseAccessCode(content.toString('ascii', EXPIRY_BYTES));
  content.fill(0);
  return code === null ? null : { code, expiresAt };
}

function placeOf(day: string): Place {
  return { table: 'enrolment', row: day, column: 'code' };
}

/** The UTC day, so that all processes agree whatever their time zone. */
function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
