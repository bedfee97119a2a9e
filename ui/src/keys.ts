/**
 * Keyboard shortcuts. What is bound is also what the help sheet lists, so the two can't disagree. A shortcut without a
 * modifier is ignored while someone types or a dialog is open; those of a patient's sections also inside a form.
 */
import { SvelteMap } from 'svelte/reactivity';
import { createKeybindingsHandler } from 'tinykeys';
import type { PlainWordId } from './words';

export const groups = ['anywhere', 'patients', 'patient', 'form'] as const;
export type Group = (typeof groups)[number];

export interface Shortcut {
  /** In tinykeys' notation: "g p" is one after the other, "$mod+s" together ($mod: Ctrl, or Command on a Mac). */
  keys: string;
  words: PlainWordId;
  group: Group;
  run: (event: KeyboardEvent) => void;
  /** False for one of several that are listed as a single line elsewhere. */
  listed?: boolean;
  /** How the keys read in the help sheet when that differs from `keys`, as with "1 – 9". */
  shown?: string[];
}

const active = new SvelteMap<symbol, Shortcut>();

/** True where letters and digits are text, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

function isPlain(keys: string): boolean {
  return !/\$mod|Control|Alt|Meta|^F\d+$|Escape/.test(keys);
}

/** Binds `shortcuts` on `target` and lists them in the help sheet until the returned function is called. */
export function bindKeys(shortcuts: Shortcut[], target: Window | HTMLElement = window): () => void {
  const bindings = Object.fromEntries(
    shortcuts.map((shortcut) => [
      shortcut.keys,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented) return;
        const busy =
          isTyping(event.target) ||
          // A digit meant for a field must not leave the form because a choice beside it has the focus.
          (shortcut.group === 'patient' &&
            shortcut.keys.length === 1 &&
            event.target instanceof Element &&
            event.target.closest('form') !== null) ||
          document.querySelector('[role="dialog"]') !== null;
        if (isPlain(shortcut.keys) && busy) return;
        event.preventDefault();
        shortcut.run(event);
      },
    ]),
  );
  const handle = createKeybindingsHandler(bindings);
  const listen: EventListener = (event) => handle(event as KeyboardEvent);
  target.addEventListener('keydown', listen);
  const names = shortcuts.filter((shortcut) => shortcut.listed !== false).map((shortcut) => {
    const name = Symbol(shortcut.keys);
    active.set(name, shortcut);
    return name;
  });
  return () => {
    target.removeEventListener('keydown', listen);
    for (const name of names) active.delete(name);
  };
}

/** What is bound now, by group in a fixed order; groups with nothing bound are left out. */
export function listKeys(): { group: Group; shortcuts: Shortcut[] }[] {
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
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return keys
    .split(' ')
    .map((press) => press.split('+').map((key) => named[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
}
