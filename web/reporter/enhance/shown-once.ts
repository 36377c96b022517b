/**
 * Keeps shown once what is: a browser that has pages in memory would bring it back with its Back button. It is asked for anew
 * then, and nothing is on the page until the answer comes.
 */
export function keepShownOnce(page: Document): void {
  if (!page.querySelector('[data-shown-once]')) return;
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    page.body.remove();
    location.reload();
  });
}
