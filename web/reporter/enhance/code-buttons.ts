/** Shows and wires "Copy the code" and "Print the code", which only a script can do. */
export function addCodeButtons(page: Document): void {
  const code = page.querySelector<HTMLElement>('[data-code]')?.textContent?.trim();
  const copy = page.querySelector<HTMLButtonElement>('[data-copy]');
  const print = page.querySelector<HTMLButtonElement>('[data-print]');
  const said = page.querySelector<HTMLElement>('[data-copy-said]');
  if (!code || !copy || !print || !said) return;
  copy.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    said.textContent = (isCopied ? copy.getAttribute('data-done') : copy.getAttribute('data-failed')) ?? '';
  });
  print.addEventListener('click', () => window.print());
  // Without a secure context there is no clipboard to write to.
  copy.hidden = !('clipboard' in navigator);
  print.hidden = false;
}
