/** Holds the session token while a reporter reads messages. */
export const SESSION_COOKIE = '__Host-reporter';

/** Carries "Your report has been sent" from the POST to the page after it, sealed. */
export const SENT_COOKIE = '__Host-sent';

/** After so many minutes without a request a session ends, at the earliest. */
export const IDLE_MINUTES = 20;

const SENT_COOKIE_AGE = 60; // 1 minute: as long as a slow line needs for one small page

/** What every cookie here has: it stays with this host, out of scripts, off plain HTTP, and off other sites. */
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';

/** The value of a cookie of a request; `null` where it has none. */
export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value || null;
}

/** `Set-Cookie` that keeps a session until the browser is closed. `token`: base64url. */
export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`;
}

/** `Set-Cookie` for the one showing of the page after sending. */
export function sentCookie(sealed: string): string {
  return `${SENT_COOKIE}=${sealed}; Max-Age=${SENT_COOKIE_AGE}; ${ATTRIBUTES}`;
}

/** `Set-Cookie` that takes a cookie away. */
export function clearedCookie(name: string): string {
  return `${name}=; Max-Age=0; ${ATTRIBUTES}`;
}
