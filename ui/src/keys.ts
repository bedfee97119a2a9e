/**
 * Keyboard shortcuts. What is bound is also what the help sheet lists, so the two can't disagree. A shortcut without a
 * modifier is ignored while someone types or a dialog is open; those of a patient's sections also inside a form.
 */
import { isBehindDialog } from './kit/place';
import { SvelteMap } from 'svelte/reactivity';
import { createKeybindingsHandler } from 'tinykeys';
import type { PlainWordId } from './words';

export const groups = ['anywhere', 'patients', 'sections', 'patient', 'form'] as const;
export type Group = (typeof groups)[number];

/** A key as the help sheet lists it. */
export interface Told {
  /** In tinykeys' notation: "g p" is one after the other, "$mod+s" together ($mod: Ctrl, or Command on a Mac). */
  keys: string;
  words: PlainWordId;
  group: Group;
  /** How the keys read in the help sheet when that differs from `keys`, as with "0 – 9". */
  shown?: string[];
}

export interface Shortcut extends Told {
  /** Other keys that do the same. */
  also?: string[];
  run: (event: KeyboardEvent) => void;
}

const active = new SvelteMap<symbol, Told & Pick<Shortcut, 'also'>>();

/** Puts `told` on the help sheet until the returned function is called. */
function list(told: readonly Told[]): () => void {
  const names = told.map((one) => {
    const name = Symbol(one.keys);
    active.set(name, one);
    return name;
  });
  return () => {
    for (const name of names) active.delete(name);
  };
}

/** Lists keys that parts of a screen answer themselves, such as the digits of a scale. */
export const tellKeys = (told: readonly Told[]): (() => void) => list(told);

/** True where letters and digits are text, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}

/** Groups of shortcuts that belong to an open record. */
const inRecord: readonly Group[] = ['sections', 'patient'];

function isPlain(keys: string): boolean {
  return !/\$mod|Control|Alt|Meta|^F\d+$|Escape/.test(keys);
}

/** Binds `shortcuts` on `target` and lists them in the help sheet until the returned function is called. */
export function bindKeys(shortcuts: Shortcut[], target: Window | HTMLElement = window): () => void {
  const bindings = Object.fromEntries(
    shortcuts
      .flatMap((shortcut) => [shortcut.keys, ...(shortcut.also ?? [])].map((keys) => ({ ...shortcut, keys })))
      .map((shortcut) => [
        shortcut.keys,
        (event: KeyboardEvent) => {
          if (event.defaultPrevented) return;
          const busy =
            isTyping(event.target) ||
            // A digit meant for a field must not leave the form because a choice beside it has the focus.
            (inRecord.includes(shortcut.group) &&
              shortcut.keys.length === 1 &&
              event.target instanceof Element &&
              event.target.closest('form') !== null) ||
            isBehindDialog();
          if (isPlain(shortcut.keys) && busy) return;
          event.preventDefault();
          shortcut.run(event);
        },
      ]),
  );
  const handle = createKeybindingsHandler(bindings);
  const listen: EventListener = (event) => handle(event as KeyboardEvent);
  target.addEventListener('keydown', listen);
  const unlist = list(shortcuts);
  return () => {
    target.removeEventListener('keydown', listen);
    unlist();
  };
}

/** What is bound now, by group in a fixed order; groups with nothing bound are left out. */
export function listKeys(): { group: Group; shortcuts: (Told & Pick<Shortcut, 'also'>)[] }[] {
  const all = [...active.values()];
  return groups
    .map((group) => ({ group, shortcuts: all.filter((shortcut) => shortcut.group === group) }))
    .filter(({ shortcuts }) => shortcuts.length > 0);
}

/** The caps to draw for `keys`: `"$mod+s"` gives `[["Ctrl", "S"]]`, `"g p"` gives `[["G"], ["P"]]`. */
export function caps(keys: string, mac = navigator.platform.startsWith('Mac')): string[][] {
  const named: Record<string, string> = {
    $mod: mac ? '⌘' : 'Ctrl',
    Shift: 'Shift',
    Control: 'Ctrl',
    Escape: 'Esc',
    PageUp: 'PgUp',
    PageDown: 'PgDn',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return keys
    .split(' ')
    .map((press) =>
      press.split('+').map((key) => named[key] ?? (key.length === 1 ? key.toUpperCase() : key)),
    );
}

/** What keys that were pressed ask for: undo or redo; null where they ask for neither. Ctrl+Y is redo as well, where a keyboard knows it so. */
export function asksFor(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): 'undo' | 'redo' | null {
  if (event.altKey || event.ctrlKey === event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null;
}
