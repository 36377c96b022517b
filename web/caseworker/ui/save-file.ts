/** Hands a text to the browser to be saved. @param type MIME type. */
export function saveFile(fileName: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // By then the browser has taken the text.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
