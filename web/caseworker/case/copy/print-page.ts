/** Prints the page once what lay over it is gone. @param hasNotes whether the notes of staff are printed with it. */
export function printPage(hasNotes: boolean): void {
  const page = document.documentElement;
  page.classList.toggle('prints-notes', hasNotes);
  addEventListener('afterprint', () => page.classList.remove('prints-notes'), { once: true });
  setTimeout(() => print());
}
