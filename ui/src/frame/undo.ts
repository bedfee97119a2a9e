/**
 * Undo and redo in every field. The web view of Linux leaves these keys to its host, and the others do the same by the
 * same call, so that they are answered in one place. What was typed is taken back by the web view itself, which keeps
 * the caret and tells the field of it.
 */
import { asksFor } from '../keys';

/** Fields whose text the web view can take back. */
function holdsText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly && !target.disabled;
  if (!(target instanceof HTMLInputElement) || target.readOnly || target.disabled) return false;
  return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}

/** Answers the keys of undo and redo in fields until the returned function is called. */
export function undoKeys(): () => void {
  function onkeydown(event: KeyboardEvent) {
    const asked = asksFor(event);
    if (asked === null || event.defaultPrevented || !holdsText(event.target)) return;
    event.preventDefault();
    document.execCommand(asked);
  }
  window.addEventListener('keydown', onkeydown);
  return () => window.removeEventListener('keydown', onkeydown);
}
