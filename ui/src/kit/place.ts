/** Where the focus stands: while nothing on a screen has it yet, in a form that opens, behind a dialog and inside it. */

/** The work of the screen shown: what is marked so, else the main part of the window. */
export function place(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-landing]') ?? document.querySelector<HTMLElement>('main');
}

/** Nothing that one could act on has the focus: a screen may put it where its work goes on. */
export function isAdrift(): boolean {
  const now = document.activeElement;
  return now === null || now === document.body || now === place() || now.matches('main');
}

/** Whether a dialog takes what is behind it out of reach; with `but`, another one than that which holds it. */
export function isBehindDialog(but?: Element): boolean {
  const dialog = document.querySelector('dialog[open]');
  return dialog !== null && !(but && dialog.contains(but));
}

/** One of a group of choices that Tab would reach: the chosen one, else the first. */
function isStop(field: HTMLElement, all: HTMLElement[]): boolean {
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true;
  const group = all.filter(
    (other): other is HTMLInputElement => other instanceof HTMLInputElement && other.name === field.name,
  );
  return field === (group.find(({ checked }) => checked) ?? group[0]);
}

/** What Tab reaches within `root`, in order. */
export function tabStops(root: Element): HTMLElement[] {
  const all = [
    ...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
  ].filter(
    (one) =>
      one.tabIndex >= 0 &&
      !one.matches(':disabled, [type="hidden"]') &&
      !one.closest('[hidden], [inert]') &&
      (!('checkVisibility' in one) || one.checkVisibility({ visibilityProperty: true })),
  );
  return all.filter((one) => isStop(one, all));
}

/** The field within `root` that is marked as the one to begin with, else its first one. */
export function firstField(root: Element): HTMLElement | null {
  const marked = root.querySelector<HTMLElement>(
    '[data-first] :is(input, textarea), [data-first="button"] button',
  );
  const field = marked ?? root.querySelector<HTMLElement>('input, textarea, select');
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return field;
  // On another choice than the one that stands, one press of a key would change the answer unseen.
  return field.closest('[role="radiogroup"]')?.querySelector<HTMLElement>('input:checked') ?? field;
}
