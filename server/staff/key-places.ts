import type { Place } from '../crypto/sealing.ts';

/** Where the private key stands that the password opens. */
export function passwordWrapPlace(caseworkerId: string): Place {
  return { table: 'caseworker', row: caseworkerId, column: 'password_wrap' };
}

/** Where the private key stands that the printed recovery key opens. */
export function recoveryWrapPlace(caseworkerId: string): Place {
  return { table: 'caseworker', row: caseworkerId, column: 'recovery_wrap' };
}
