/**
 * The focus never falls to nothing. When what has it is taken off the screen or switched off, and nobody says where it
 * goes, it goes to what stands at its place now, else to the nearest thing around it, else to the screen itself.
 */
import { place } from '../kit/place';

const reachable = 'a[href], button, input, select, textarea, [tabindex]';

/** Where something stood: its parents, the innermost first, each with the place in it. */
type Trail = { parent: Element; at: number }[];

function trailOf(element: Element): Trail {
  const trail: Trail = [];
  for (let one = element; one.parentElement && one !== document.body; one = one.parentElement) {
    trail.push({
      parent: one.parentElement,
      at: Array.prototype.indexOf.call(one.parentElement.children, one),
    });
  }
  return trail;
}

/** It is on the screen and switched on. */
function isThere(element: Element): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled, [type="hidden"]') &&
    !element.closest('[hidden], [inert]')
  );
}

function takesFocus(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || !isThere(element)) return false;
  return !('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true });
}

/** The first within `root`, itself among them, that takes the focus; of a group of choices the chosen one. */
function firstIn(root: Element): HTMLElement | null {
  const all = [root, ...root.querySelectorAll(reachable)].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(reachable) && takesFocus(one),
  );
  const first = all[0];
  if (first instanceof HTMLInputElement && first.type === 'radio') {
    const chosen = all.find(
      (one) => one instanceof HTMLInputElement && one.name === first.name && one.checked,
    );
    return chosen ?? first;
  }
  return first ?? null;
}

/** What stands nearest to where `trail` leads; not further out than the work of the screen or a dialog. */
export function nearest(trail: Trail): HTMLElement | null {
  for (const { parent, at } of trail) {
    if (!parent.isConnected || parent === document.body) continue;
    const children = [...parent.children];
    // What follows moved up into its place; what went before is nearer than anything around.
    for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
      const found = firstIn(child);
      if (found) return found;
    }
    if (parent.matches('main, [data-landing], dialog')) return null;
  }
  return null;
}

/** Watches over the focus until the returned function is called. */
export function keepFocus(): () => void {
  let last: { element: Element; trail: Trail } | null = null;
  /** What had the focus before a dialog opened: it may be gone when the dialog closes. */
  let behind: Trail = [];
  let looking = false;

  function lost(): boolean {
    return document.activeElement === null || document.activeElement === document.body;
  }
  function note(event: FocusEvent) {
    const element = event.target;
    if (!(element instanceof Element) || element === document.body) return;
    const inDialog = element.closest('dialog') !== null;
    if (inDialog && last && !last.element.closest('dialog')) behind = last.trail;
    if (!inDialog) behind = [];
    last = { element, trail: trailOf(element) };
  }
  function restore() {
    looking = false;
    if (!lost() || !last) return;
    // A click beside everything takes the focus away on purpose.
    if (isThere(last.element)) return;
    (nearest(last.trail) ?? nearest(behind) ?? place())?.focus({ preventScroll: true });
  }
  const watcher = new MutationObserver(() => {
    if (looking || !lost() || !last) return;
    looking = true;
    // Whoever took it off the screen says first where the focus goes.
    setTimeout(restore, 0);
  });
  document.addEventListener('focusin', note);
  watcher.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  });
  return () => {
    document.removeEventListener('focusin', note);
    watcher.disconnect();
  };
}
