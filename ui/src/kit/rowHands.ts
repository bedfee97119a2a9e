/** Adding and taking away rows of several fields by key, so that Tab goes from the last answer to the next question. */
import type { Attachment } from 'svelte/attachments';

interface Rows {
  /** Finds the rows in what this is attached to. */
  rows: string;
  /** Ctrl+Enter in any of them. */
  add: () => void;
  /** Alt+Delete in the one at this place, from 0. */
  remove?: (index: number) => void;
}

export const addRowKeys = 'Control+Enter';
export const removeRowKeys = 'Alt+Delete';

export function rowHands({ rows, add, remove }: Rows): Attachment<HTMLElement> {
  return (box) => {
    function onkeydown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.shiftKey) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        add();
      } else if (event.key === 'Delete' && event.altKey && !event.ctrlKey && !event.metaKey && remove) {
        const at = [...box.querySelectorAll(rows)].findIndex(
          (row) => event.target instanceof Node && row.contains(event.target),
        );
        if (at < 0) return;
        event.preventDefault();
        remove(at);
      }
    }
    box.addEventListener('keydown', onkeydown);
    return () => box.removeEventListener('keydown', onkeydown);
  };
}
