/** Takes the focus to the tab whose panel stands open: where it was is about to go away, or is being left. */
export function focusTab(): void {
  document.querySelector<HTMLElement>('.writing [role=tab][aria-selected=true]')?.focus();
}
