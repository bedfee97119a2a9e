// Says what is wrong with what has the focus, as a person at the keyboard would: nothing has it, its ring is not drawn, or
// something lies over it. Nothing where all is well. Functions of query.js may be used.
const el = document.activeElement;
if (!el || el === document.body) return 'nothing has the focus';
const what = `${role(el) || el.tagName} “${name(el)}”`;
const scrolled = [document.scrollingElement, document.body, document.getElementById('app')].filter((one) => one.scrollTop > 0);
if (scrolled.length > 0) return `${what}: the frame has moved`;

// A choice is drawn by its label.
const label = getComputedStyle(el).opacity === '0' ? el.closest('label') : null;
const shown = label || el;
const isRing = (one) => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow.includes('inset');
};
const row = el.matches('[data-row]') ? el.closest('tr') : null;
const cells = row ? [...row.children] : [];
const around = el.closest('.day-cell');
if (![shown, around, ...cells].some((one) => one && isRing(one))) return `${what}: no ring is drawn`;
if (row && !cells.every(isRing)) return `${what}: the ring leaves out a part of its row`;
const others = row ? [...row.parentElement.querySelectorAll('tr')].filter((one) => one !== row) : [];
if (others.some((one) => [...one.children].some(isRing))) return `${what}: the ring takes in another row`;

// The screen's own work is its whole place; a ring is all that it needs.
if (el.matches('main, [data-landing]')) return null;
const box = shown.getClientRects()[0];
if (!box || box.width === 0) return `${what}: is not drawn`;
const middle = [box.left + box.width / 2, box.top + box.height / 2];
const edges = box.height < 120 ? [[middle[0], box.top + 3], [middle[0], box.bottom - 3]] : [];
for (const [x, y] of [middle, ...edges]) {
  const hit = document.elementFromPoint(x, y);
  if (!hit) return `${what}: lies outside the window, at ${Math.round(x)}, ${Math.round(y)}`;
  if (!shown.contains(hit) && !hit.contains(shown) && hit.closest('label')?.control !== el)
    return `${what}: ${hit.tagName}.${hit.className} “${hit.textContent.trim().slice(0, 40)}” lies over it at ${Math.round(x)}, ${Math.round(y)}`;
}
return null;
