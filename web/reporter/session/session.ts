import { graphql } from '../../shared/graphql.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from '../service/ask.ts';
import { clearedCookie, readCookie, SENT_COOKIE, SESSION_COOKIE } from './cookies.ts';

const LogOutDocument = graphql(`
  mutation LogOut {
    logOut
  }
`);

/** The session token of a request; `null` where there is none. Proves nothing until the server was asked. */
export function tokenOf(request: Request): string | null {
  return readCookie(request, SESSION_COOKIE);
}

/**
 * Ends the session of a request and makes the browser forget this site. Also where the service cannot be reached:
 * the cookie goes, and the session ends by itself.
 *
 * @returns headers for the answer.
 */
export async function forgetEverything(request: Request, context: PortalContext): Promise<Headers> {
  const token = tokenOf(request);
  if (token) await ask(context, LogOutDocument, {}, token).catch(() => null);
  return new Headers([
    ['Set-Cookie', clearedCookie(SESSION_COOKIE)],
    ['Set-Cookie', clearedCookie(SENT_COOKIE)],
    ['Clear-Site-Data', '"cache", "cookies", "storage"'],
  ]);
}
