import { graphql } from '../../shared/graphql.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from '../service/ask.ts';
import { clearedCookie, readCookie, SENT_COOKIE, SESSION_COOKIE } from './cookies.ts';

const LogOutDocument = graphql(`
  mutation LogOut {
    logOut
  }
`);

/** Longest wait for the service to say that a session has ended. */
const LONGEST_WAIT = 1_000; // 1 second

/** The session token of a request; `null` where there is none. Proves nothing until the server was asked. */
export function tokenOf(request: Request): string | null {
  return readCookie(request, SESSION_COOKIE);
}

/**
 * Ends the session of a request and makes the browser forget this site. Also where the service cannot be reached,
 * or takes its time: the cookie goes, and the session ends by itself.
 *
 * @returns headers for the answer.
 */
export async function forgetEverything(request: Request, context: PortalContext): Promise<Headers> {
  const token = tokenOf(request);
  if (token) await atMost(LONGEST_WAIT, ask(context, LogOutDocument, {}, token));
  return new Headers([
    ['Set-Cookie', clearedCookie(SESSION_COOKIE)],
    ['Set-Cookie', clearedCookie(SENT_COOKIE)],
    ['Clear-Site-Data', '"cache", "cookies", "storage"'],
  ]);
}

/** Waits until something is done, has failed, or takes longer than so many milliseconds. It goes on all the same. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.catch(() => null), late]);
  clearTimeout(timer);
}
