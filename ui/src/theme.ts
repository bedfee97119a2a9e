/** Which colours the window wears. The core keeps the choice beside the vault, so that it holds while it is locked. */
import type { Theme } from './ipc/generated';

export const themes = ['system', 'light', 'dark', 'contrast'] as const satisfies readonly Theme[];

/** The theme that the page wears now. */
export function wornTheme(): Theme {
  const worn = document.documentElement.dataset.theme;
  return themes.find((theme) => theme === worn) ?? 'system';
}

/** Puts `theme` on the page; "system" leaves the choice to the system's settings. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
