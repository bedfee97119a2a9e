/** Arrow keys, Home and End over the links of a list, for lists that are no table. */
import type { Attachment } from 'svelte/attachments';

export function links(list: Element | null | undefined): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('a[href]') ?? [])];
}

export const rowKeys: Attachment<HTMLElement> = (list) => {
  function onkeydown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = links(list);
    const at = rows.findIndex((link) => link === document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    rows[target]?.focus();
  }
  list.addEventListener('keydown', onkeydown);
  return () => list.removeEventListener('keydown', onkeydown);
};
