import { ShiftPresses } from './shift-presses.ts';

/**
 * "Leave this page" with a script: Shift alone three times does it too, the page goes blank at once, and Back does not come
 * back to it. The link leads to a page that ends the session, clears the site's data, and sends the browser elsewhere.
 */
export function addExit(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('a[data-exit]');
  if (!link) return;
  const leave = () => {
    // Blank first: the network may take seconds. The head stays, because a page without a title is named by its address.
    page.body.remove();
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  const presses = new ShiftPresses();
  page.addEventListener('keydown', (move) => {
    if (presses.press(move)) leave();
  });
  page.addEventListener('keyup', (move) => presses.release(move));
  page.addEventListener('pointerdown', () => presses.startAnew());
  for (const hint of page.querySelectorAll<HTMLElement>('[data-with-script]')) hint.hidden = false;
}
