import { type DetailKind, findDetails } from './find-details.ts';

/**
 * "Look through my answers": marks what may tell who somebody is, and says so. It runs when the button is pressed, in
 * this page alone; nothing is sent, and Send stays as it was.
 *
 * @param place the element that the server wrote, with every sentence in it
 */
export function addGlance(page: Document, place: HTMLElement): void {
  const button = place.querySelector<HTMLButtonElement>('[data-glance-look]');
  const said = place.querySelector<HTMLElement>('[data-glance-said]');
  const list = place.querySelector<HTMLElement>('[data-glance-list]');
  if (!button || !said || !list) return;
  const sentences = JSON.parse(place.getAttribute('data-sentences') ?? '{}') as Record<
    DetailKind | 'found' | 'none',
    string
  >;
  place.hidden = false;
  button.addEventListener('click', () => {
    const lines = new Set<string>();
    for (const words of page.querySelectorAll<HTMLElement>('[data-own-words] .said')) {
      for (const { kind, text } of mark(page, words))
        lines.add(sentences[kind].replace('{words}', () => text));
    }
    list.replaceChildren(
      ...[...lines].map((line) => {
        const item = page.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
    said.textContent = lines.size > 0 ? sentences.found : sentences.none;
  });
}

function mark(page: Document, words: HTMLElement): { kind: DetailKind; text: string }[] {
  const text = words.textContent ?? '';
  const details = findDetails(text);
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const { start, end } of details) {
    const marked = page.createElement('mark');
    marked.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), marked);
    at = end;
  }
  words.replaceChildren(...parts, text.slice(at));
  return details.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
}
