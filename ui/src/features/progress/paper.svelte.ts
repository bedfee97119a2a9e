/** Which colours a drawing is made for: those that the page wears now. */
import type { ChartPaper } from '../../ipc/generated';

/** What the page wears now. High contrast is dark on white, so a drawing for it is a light one. */
export function paperNow(): ChartPaper {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
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
    look();
    return () => theme.disconnect();
  }
}
