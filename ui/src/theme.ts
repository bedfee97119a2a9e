/** Which colours the window wears. A preference of this window, not of the record, so it stays in the web view's store. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const place = 'lamina-theme';

export function savedTheme(): Theme {
  const saved = localStorage.getItem(place);
  return themes.find((theme) => theme === saved) ?? 'system';
}

/** Puts `theme` on the page; "system" leaves the choice to the system's settings. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(place, theme);
  applyTheme(theme);
}
