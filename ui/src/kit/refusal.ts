/** Which fields of a form were not taken as they are. Read from the page, so that every field of every form counts,
 *  whoever drew it. */

export interface Refused {
  /** What takes the focus when the field is to be mended. */
  field: HTMLElement;
  name: string;
}

/** Of a group of choices the one that Tab would reach, else the field itself. */
function handle(marked: HTMLElement): HTMLElement | null {
  if (marked.matches('input, textarea, select')) return marked;
  return (
    marked.querySelector<HTMLElement>('input:checked') ?? marked.querySelector<HTMLElement>('input, button')
  );
}

function textOf(ids: string | null): string {
  const parts = (ids ?? '')
    .split(' ')
    .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')));
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function nameOf(marked: HTMLElement): string {
  const label =
    marked instanceof HTMLInputElement ||
    marked instanceof HTMLTextAreaElement ||
    marked instanceof HTMLSelectElement
      ? marked.labels?.[0]?.textContent
      : null;
  return (marked.getAttribute('aria-label') ?? label ?? textOf(marked.getAttribute('aria-labelledby')))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every field in `root` that has a message, in reading order. */
export function refusedFields(root: HTMLElement): Refused[] {
  return [...root.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')].flatMap(
    (marked) => {
      const field = handle(marked);
      return field ? [{ field, name: nameOf(marked) }] : [];
    },
  );
}

/** The first field in `root` that has a message. */
export function firstRefused(root: HTMLElement): HTMLElement | null {
  return refusedFields(root)[0]?.field ?? null;
}
