import { type PortalLocale, pathIn } from '../locale.ts';
import { IDLE_MINUTES } from '../session/cookies.ts';

/** The page that takes the place of messages and answers. */
export const HIDDEN_PATH = '/messages/hidden';

/**
 * The headers of a page that shows what was reported: whoever left it open on a screen that others see has it taken away
 * when the session ends, also without scripts. It leads to a page that does not ask whether there is a session, since
 * asking would keep it alive as long as two tabs stand open. Pages with a field have no such header: it would take the words.
 */
export function hiddenWhenIdle(locale: PortalLocale): HeadersInit {
  return { refresh: `${IDLE_MINUTES * 60}; url=${pathIn(locale, HIDDEN_PATH)}` };
}
