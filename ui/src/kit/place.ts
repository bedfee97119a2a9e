/** Where the focus stands while nothing on a screen has it yet: the work of that screen, which its own keys move. */

/** The work of the screen shown: what is marked so, else the main part of the window. */
export function place(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-landing]') ?? document.querySelector<HTMLElement>('main');
}

/** Nothing that one could act on has the focus: a screen may put it where its work goes on. */
export function isAdrift(): boolean {
  const now = document.activeElement;
  return now === null || now === document.body || now === place() || now.matches('main');
}
