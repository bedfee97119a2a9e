/**
 * A place whose changes are spoken, and which says something from the start: that is read with the screen, and only what
 * changes later is spoken. Goes with `aria-live="off"` in the markup.
 */
import type { Attachment } from 'svelte/attachments';

export const live: Attachment<HTMLElement> = (node) => {
  const waiting = setTimeout(() => node.setAttribute('aria-live', 'polite'), 50);
  return () => clearTimeout(waiting);
};
