import { NewReplies, textFor } from './new-replies.ts';
import { followReplies } from './reply-feed.ts';

/**
 * Says in one polite line how many replies have arrived, and shows the link to them. No sound, no change of title,
 * focus or scroll, and the replies themselves stay where they are until somebody asks for them. When the session is over,
 * in this tab or in another one, the page goes.
 *
 * @param place the element that the server wrote, with every sentence in it
 */
export function announceReplies(place: HTMLElement): void {
  const said = place.querySelector<HTMLElement>('[data-replies-said]');
  const show = place.querySelector<HTMLAnchorElement>('[data-replies-show]');
  if (!said || !show) return;
  const replies = new NewReplies(Number(place.getAttribute('data-replies-after')));
  const sentences = JSON.parse(place.getAttribute('data-sentences') ?? '[]') as string[];
  const labels = JSON.parse(place.getAttribute('data-labels') ?? '[]') as string[];
  const url = new URL('/graphql', location.href.replace(/^http/, 'ws'));
  void followReplies(
    url.href,
    () => replies.last,
    (seq) => {
      replies.add(seq);
      if (replies.count === 0) return;
      said.textContent = textFor(replies.count, sentences);
      show.textContent = textFor(replies.count, labels);
      show.hidden = false;
    },
  ).then((end) => {
    const hiddenAt = place.getAttribute('data-hidden-at');
    // "Leave this page" has taken everything off the page. To go anywhere now would keep the browser from getting away.
    if (end === 'signed-out' && hiddenAt && place.isConnected) location.replace(hiddenAt);
  });
}
