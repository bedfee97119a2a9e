/** Adding and taking away rows of several fields by key, so that Tab goes from the last answer to the next question. */
import type { Attachment } from 'svelte/attachments';

interface Rows {
  /** Finds the rows in what this is attached to. */
  rows: string;
  /** Ctrl+Enter in any of them. */
  add: () => void;
  /** Alt+Delete in the one at this place, from 0. */
  remove?: (index: number) => void;
  /** Those that were taken away: the keys of undo bring the last one back, until something is typed. */
  removed?: { typed: () => void; isAskedBy: (event: KeyboardEvent) => boolean };
  back?: () => void;
}

export const addRowKeys = 'Control+Enter';
export const removeRowKeys = 'Alt+Delete';

export function rowHands({ rows, add, remove, removed, back }: Rows): Attachment<HTMLElement> {
  return (box) => {
    function onkeydown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.shiftKey) return;
      if (back && removed?.isAskedBy(event)) {
        event.preventDefault();
        back();
        return;
      }
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
    const oninput = () => removed?.typed();
    box.addEventListener('keydown', onkeydown);
    box.addEventListener('input', oninput);
    return () => {
      box.removeEventListener('keydown', onkeydown);
      box.removeEventListener('input', oninput);
    };
  };
}
