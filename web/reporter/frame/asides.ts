import type { MessageId } from '../text.tsx';

/** The pages that can be read from every other page: their name in a form, address and text, in their order. */
export const ASIDES = [
  { name: 'support', path: '/support', text: 'frame.support' },
  { name: 'about-messages', path: '/about-messages', text: 'frame.aboutMessaging' },
  { name: 'safety', path: '/safety', text: 'frame.safety' },
  { name: 'privacy', path: '/privacy', text: 'frame.privacy' },
  { name: 'accessibility', path: '/accessibility', text: 'frame.accessibility' },
] as const satisfies readonly { name: string; path: string; text: MessageId }[];

/** The name of one of them. */
export type AsideName = (typeof ASIDES)[number]['name'];

/** `handle` of routes whose pages hold what a link would throw away. */
export interface PageHandle {
  /** what somebody wrote: no link may lead away */
  readonly holdsWords?: boolean;
  /** whether a link to the page in another language would show something else than its loader data say */
  readonly showsOnce?: (loaderData: unknown) => boolean;
}
