/**
 * Which device was used last. It stands on the page as `data-input`, and the styles draw the ring of what has the focus
 * by it: the web view's own guess, `:focus-visible`, misses a focus that is set after a click.
 */

/** Keys that are pressed along with the mouse too, and alone say nothing. */
const besides = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock']);

/** Marks `root` from now on, until the returned function is called. Before anything is used, it is the keyboard. */
export function markInputDevice(root: HTMLElement = document.documentElement): () => void {
  const mark = (device: 'keyboard' | 'pointer') => {
    root.dataset['input'] = device;
  };
  const byKey = (event: KeyboardEvent) => {
    if (!besides.has(event.key)) mark('keyboard');
  };
  const byPointer = () => mark('pointer');
  mark('keyboard');
  window.addEventListener('keydown', byKey, true);
  window.addEventListener('pointerdown', byPointer, true);
  return () => {
    window.removeEventListener('keydown', byKey, true);
    window.removeEventListener('pointerdown', byPointer, true);
  };
}
