/**
 * Prints one part of the page alone (`print.css`).
 * @param part marked while the browser draws it for the printer
 */
export function printAlone(part: HTMLElement): void {
  part.dataset.printed = '';
  window.addEventListener('afterprint', () => delete part.dataset.printed, { once: true });
  window.print();
}
