/** From this share of the limit on, the count is also read out. */
const SAID_FROM = 0.8;

/** The count is read out when nobody has typed for so long. */
const SAID_AFTER = 1_000; // 1 second

/** Shows under each limited text how long it is. Never stops anybody from going on: the server checks on Continue. */
export function addCharacterCounts(page: Document): void {
  for (const shown of page.querySelectorAll<HTMLElement>('[data-count-for]')) {
    const field = page.querySelector<HTMLTextAreaElement>(`#${shown.getAttribute('data-count-for')}`);
    const said = page.querySelector<HTMLElement>('[data-count-said]');
    if (field && said) watch(field, shown, said);
  }
}

function watch(field: HTMLTextAreaElement, shown: HTMLElement, said: HTMLElement): void {
  const limit = Number(field.getAttribute('data-limit'));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    const count = [...field.value.trim()].length;
    const sentence = (shown.getAttribute('data-text') ?? '').replace('{count}', String(count));
    shown.textContent = sentence;
    shown.classList.toggle('is-over', count > limit);
    clearTimeout(timer);
    timer = setTimeout(() => {
      said.textContent = count >= limit * SAID_FROM ? sentence : '';
    }, SAID_AFTER);
  };
  shown.hidden = false;
  field.addEventListener('input', update);
  update();
}
