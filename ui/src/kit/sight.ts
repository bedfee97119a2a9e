/**
 * What has the focus is in sight, with its label, its reading and its message. The web view brings a field only to the
 * edge of what scrolls, where a bar that stays in sight may lie over it; here it is moved out from under the bar.
 */
import type { Attachment } from 'svelte/attachments';

/** Space left free around what has the focus, in CSS pixels. */
const margin = 8;

/** What has to be seen of `element`: the frame of its field; of one in a large group, itself with its label. */
function frameOf(element: Element, room: number): DOMRect {
  const own = element.closest('label') ?? element;
  const frame = element.closest('[data-frame]');
  if (!frame) return own.getBoundingClientRect();
  const whole = frame.getBoundingClientRect();
  return whole.height <= room ? whole : own.getBoundingClientRect();
}

/** The nearest around `element` that scrolls down, from the inside out. */
export function scrollers(element: Element): Element[] {
  const found: Element[] = [];
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
    const { overflowY } = getComputedStyle(one);
    if ((overflowY === 'auto' || overflowY === 'scroll') && one.scrollHeight > one.clientHeight + 1)
      found.push(one);
  }
  return found;
}

/** The part of `scroller` that no bar lies over, from top to bottom. */
function clear(scroller: Element, element: Element): { top: number; bottom: number } {
  const box = scroller.getBoundingClientRect();
  let { top, bottom } = box;
  const target = element.getBoundingClientRect();
  for (const bar of scroller.querySelectorAll('[data-bar]')) {
    if (bar.contains(element) || getComputedStyle(bar).position !== 'sticky') continue;
    const rect = bar.getBoundingClientRect();
    if (rect.height === 0 || rect.right <= target.left || rect.left >= target.right) continue;
    if (bar.getAttribute('data-bar') === 'bottom') bottom = Math.min(bottom, rect.top);
    // A bar that is not at the edge has not come to stand still yet, and lies over nothing.
    else if (rect.top <= top + margin) top = Math.max(top, rect.bottom);
  }
  return { top, bottom };
}

/**
 * Marks what stays at one edge of what scrolls, and keeps so much of it free when the web view itself brings something
 * into sight, as for the caret.
 */
export function bar(edge: 'top' | 'bottom'): Attachment<HTMLElement> {
  return (node) => {
    node.dataset['bar'] = edge;
    let scroller = node.parentElement;
    while (scroller && !['auto', 'scroll'].includes(getComputedStyle(scroller).overflowY))
      scroller = scroller.parentElement;
    const keepFree = () => {
      const height = getComputedStyle(node).position === 'sticky' ? node.offsetHeight + margin : 0;
      scroller?.style.setProperty(`scroll-padding-${edge}`, `${height}px`);
      // A bar that grows, as with a refusal, may come to lie over what has the focus.
      const now = document.activeElement;
      if (now && scroller?.contains(now) && !node.contains(now) && now !== scroller) reveal(now);
    };
    const watcher = new ResizeObserver(keepFree);
    watcher.observe(node);
    window.addEventListener('resize', keepFree);
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', keepFree);
      scroller?.style.removeProperty(`scroll-padding-${edge}`);
    };
  };
}

/** Brings `element` into sight, out from under every bar marked with `data-bar`. */
export function reveal(element: Element): void {
  for (const scroller of scrollers(element)) {
    // Moving may bring a bar to its edge that lay elsewhere; a second look sees it there.
    for (let look = 0; look < 3; look += 1) {
      const { top, bottom } = clear(scroller, element);
      const frame = frameOf(element, bottom - top - 2 * margin);
      const below = frame.bottom + margin - bottom;
      const above = top + margin - frame.top;
      const step = above > 0 ? -above : below > 0 ? Math.min(below, -above) : 0;
      const before = scroller.scrollTop;
      if (Math.abs(step) >= 1) scroller.scrollTop += step;
      if (scroller.scrollTop === before) break;
    }
  }
}

/** Whether `element` itself lies in the part of what scrolls around it that no bar lies over. */
function inSight(element: Element): boolean {
  const own = element.getBoundingClientRect();
  return scrollers(element).every((scroller) => {
    const { top, bottom } = clear(scroller, element);
    return own.top >= top - 1 && own.bottom <= bottom + 1;
  });
}

/**
 * Keeps what has the focus in sight until the returned function is called: when it moves, is typed in, has less room, or is
 * pushed away by what is loaded above it. Whoever scrolls away from it is left there.
 */
export function keepInSight(): () => void {
  let waiting = false;
  /** Whether it was in sight before the page changed its size. */
  let seen = true;
  const pushed = new ResizeObserver(() => {
    if (seen) soon();
  });
  function focused(): Element | null {
    const now = document.activeElement;
    return now && now !== document.body && !now.matches('main, [data-landing]') ? now : null;
  }
  function soon() {
    if (waiting) return;
    waiting = true;
    // After the web view's own scrolling, and before it is painted.
    requestAnimationFrame(() => {
      waiting = false;
      const now = focused();
      if (!now) return;
      reveal(now);
      seen = true;
    });
  }
  function onfocusin() {
    pushed.disconnect();
    const now = focused();
    if (!now) return;
    const around = [now.closest('form'), ...scrollers(now).map((scroller) => scroller.firstElementChild)];
    for (const one of around) if (one) pushed.observe(one);
    soon();
  }
  function onscroll() {
    const now = focused();
    if (now && !waiting) seen = inSight(now);
  }
  document.addEventListener('focusin', onfocusin);
  document.addEventListener('input', soon);
  document.addEventListener('scroll', onscroll, true);
  window.addEventListener('resize', soon);
  return () => {
    pushed.disconnect();
    document.removeEventListener('focusin', onfocusin);
    document.removeEventListener('input', soon);
    document.removeEventListener('scroll', onscroll, true);
    window.removeEventListener('resize', soon);
  };
}
