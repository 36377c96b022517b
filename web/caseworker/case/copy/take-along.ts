/** Hands a text to the browser to be saved as a JSON file. */
export function saveFile(fileName: string, json: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // By then the browser has taken the text.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Prints the page once what lay over it is gone. @param hasNotes whether the notes of staff are printed with it. */
export function printPage(hasNotes: boolean): void {
  const page = document.documentElement;
  page.classList.toggle('prints-notes', hasNotes);
  addEventListener('afterprint', () => page.classList.remove('prints-notes'), { once: true });
  setTimeout(() => print());
}
