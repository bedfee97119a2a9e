/**
 * Which colours the window wears. The core keeps the choice beside the vault, so that it holds while it is locked. What the
 * system asks for is resolved here, and followed while the choice is left to it: the page always wears one theme by name.
 */
import { themeValues, type Theme } from '../ipc/generated';

export const themes = themeValues;

/** What a page can wear. */
export type Worn = Exclude<Theme, 'system'>;

const query = (asked: string) =>
  typeof window.matchMedia === 'function' ? window.matchMedia(asked) : undefined;
const asked = [query('(prefers-contrast: more)'), query('(prefers-color-scheme: dark)')] as const;

let chosen: Theme = 'system';

/** What the system asks for; high contrast before dark. */
function askedBySystem(): Worn {
  const [contrast, dark] = asked;
  if (contrast?.matches) return 'contrast';
  return dark?.matches ? 'dark' : 'light';
}

function wear(): void {
  document.documentElement.dataset.theme = chosen === 'system' ? askedBySystem() : chosen;
}
for (const one of asked) one?.addEventListener('change', wear);

/** The theme that was chosen. */
export function chosenTheme(): Theme {
  return chosen;
}

/** Puts `theme` on the page; "system" leaves the choice to the system's settings. */
export function applyTheme(theme: Theme): void {
  chosen = theme;
  wear();
}
