/** Which colours a drawing is made for: those of the page as it is now, by choice or as the system asks. */
import type { ChartPaper } from '../../ipc/generated';

const asked = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

/** What the page wears now. High contrast is dark on white, so a drawing for it is a light one. */
export function paperNow(): ChartPaper {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen === 'dark' ? 'dark' : 'light';
  if (typeof window.matchMedia !== 'function') return 'light';
  const [dark, contrast] = asked.map((query) => window.matchMedia(query).matches);
  return dark && !contrast ? 'dark' : 'light';
}

/** Follows the page's colours while it is used in an effect of a component; read `value`. */
export class PagePaper {
  #value: ChartPaper = $state(paperNow());

  get value(): ChartPaper {
    return this.#value;
  }

  /** Follows changes until the returned function is called. */
  follow(): () => void {
    const look = () => (this.#value = paperNow());
    const theme = new MutationObserver(look);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const queries =
      typeof window.matchMedia === 'function' ? asked.map((query) => window.matchMedia(query)) : [];
    for (const query of queries) query.addEventListener('change', look);
    look();
    return () => {
      theme.disconnect();
      for (const query of queries) query.removeEventListener('change', look);
    };
  }
}
