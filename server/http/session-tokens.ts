import type { StaffCookie } from '../viewer.ts';
import type { Door } from './door.ts';

/**
 * The cookie that proves a session on each door. `__Host-`: no other host and no plain http
 * can set it.
 */
export const SESSION_COOKIE: Readonly<Record<Door['name'], string>> = {
  public: '__Host-reporter',
  staff: '__Host-staff',
  // Of administrators, who ask there from a page of the dashboard.
  analytics: '__Host-staff',
};

const TOKEN = /^[\w.~+/=-]{1,512}$/;

/** The token of `Bearer <token>`, or null where the text is anything else. */
export function bearerToken(authorization: unknown): string | null {
  if (typeof authorization !== 'string') return null;
  const [scheme, token, ...more] = authorization.trim().split(/ +/);
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || more.length > 0) return null;
  return TOKEN.test(token) ? token : null;
}

/**
 * The token in the cookie of this name, or null. Behind a dot the portal notes something of its own.
 *
 * @param header the request's Cookie header.
 */
export function cookieToken(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.split('=');
    const [token = ''] = value.join('=').trim().split('.');
    if (key?.trim() === name && TOKEN.test(token)) return token;
  }
  return null;
}

/** A Set-Cookie header that hands the staff session to the browser, where no script can read it. */
export function staffCookie(token: string, endsAt: Date): string {
  return `${SESSION_COOKIE.staff}=${token}; Expires=${endsAt.toUTCString()}; ${COOKIE_TERMS}`;
}

/** A Set-Cookie header that takes the staff session away from the browser. */
export function clearedStaffCookie(): string {
  return `${SESSION_COOKIE.staff}=; Max-Age=0; ${COOKIE_TERMS}`;
}

/** Used where no cookie can be set: on the public door, on sockets, in process. */
export const NO_COOKIE: StaffCookie = Object.freeze({ set() {}, clear() {} });

const COOKIE_TERMS = 'Path=/; HttpOnly; Secure; SameSite=Strict';
