/** Holds the session token while a reporter reads messages. */
export const SESSION_COOKIE = '__Host-reporter';

/** Carries "Your report has been sent" from the POST to the page after it, sealed. */
export const SENT_COOKIE = '__Host-sent';

/** After so many minutes without a request a session ends, at the earliest. */
export const IDLE_MINUTES = 20;

const SENT_COOKIE_AGE = 60; // 1 minute: as long as a slow line needs for one small page

/** What every cookie here has: it stays with this host, out of scripts, off plain HTTP, and off other sites. */
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';

/** A session, as the browser holds it. */
export interface HeldSession {
  /** 256 random bits, base64url */
  readonly token: string;
  /** another session was open in this browser when it began: pages in other tabs may be about another report */
  readonly followsAnother: boolean;
}

/** Stands behind the token of a session that follows another one; the server reads the token alone. */
const FOLLOWS_ANOTHER = '.2';

/** The value of a cookie of a request; `null` where it has none. */
export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value || null;
}

/** The session of a request; `null` where there is none. Proves nothing until the server was asked. */
export function sessionOf(request: Request): HeldSession | null {
  const value = readCookie(request, SESSION_COOKIE);
  if (!value) return null;
  const followsAnother = value.endsWith(FOLLOWS_ANOTHER);
  return { token: followsAnother ? value.slice(0, -FOLLOWS_ANOTHER.length) : value, followsAnother };
}

/** `Set-Cookie` that keeps a session until the browser is closed. */
export function sessionCookie({ token, followsAnother }: HeldSession): string {
  return `${SESSION_COOKIE}=${token}${followsAnother ? FOLLOWS_ANOTHER : ''}; ${ATTRIBUTES}`;
}

/** `Set-Cookie` for the one showing of the page after sending. */
export function sentCookie(sealed: string): string {
  return `${SENT_COOKIE}=${sealed}; Max-Age=${SENT_COOKIE_AGE}; ${ATTRIBUTES}`;
}

/** `Set-Cookie` that takes a cookie away. */
export function clearedCookie(name: string): string {
  return `${name}=; Max-Age=0; ${ATTRIBUTES}`;
}
