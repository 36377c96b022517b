import { graphql } from '../../shared/graphql.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from '../service/ask.ts';
import { clearedCookie, SENT_COOKIE, SESSION_COOKIE, sessionOf } from './cookies.ts';

const LogOutDocument = graphql(`
  mutation LogOut {
    logOut
  }
`);

/** Longest wait for the service to say that a session has ended. */
const LONGEST_WAIT = 1_000; // 1 second

/** The session token of a request; `null` where there is none. Proves nothing until the server was asked. */
export function tokenOf(request: Request): string | null {
  return sessionOf(request)?.token ?? null;
}

/**
 * Ends the session of a request and makes the browser forget this site. Also where the service cannot be reached,
 * or takes its time: the cookie goes, and the session ends by itself.
 *
 * @returns headers for the answer.
 */
export async function forgetEverything(request: Request, context: PortalContext): Promise<Headers> {
  const token = tokenOf(request);
  if (token) await endSession(context, token);
  return new Headers([
    ['Set-Cookie', clearedCookie(SESSION_COOKIE)],
    ['Set-Cookie', clearedCookie(SENT_COOKIE)],
    ['Clear-Site-Data', '"cache", "cookies", "storage"'],
  ]);
}

/** Ends a session, or lets it end by itself where the service does not answer soon. Never throws. */
export function endSession(context: PortalContext, token: string): Promise<void> {
  return atMost(LONGEST_WAIT, ask(context, LogOutDocument, {}, token));
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
