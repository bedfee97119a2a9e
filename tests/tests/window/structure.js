// What is wrong with the structure of the page as a listener and a hand on Tab meet it. Functions of query.js may be used.
const found = [];
const seen = (el) => perceivable(el) && el.getClientRects().length > 0;
const all = (selector) => [...root.querySelectorAll(selector)].filter(perceivable);
const text = (el) => flat(el.textContent).slice(0, 50);

// Exactly one heading of the first level, and no level left out on the way down.
if (!dialog) {
  const headings = all('h1, h2, h3, h4, h5, h6');
  const firsts = headings.filter((one) => one.tagName === 'H1');
  if (firsts.length !== 1) found.push(`${firsts.length} h1: ${firsts.map(text).join(' | ')}`);
  let before = 0;
  for (const one of headings) {
    const level = Number(one.tagName[1]);
    if (level > before + 1) found.push(`h${level} “${text(one)}” comes after h${before}`);
    before = level;
  }
}

// Every landmark has a name of its own among its kind; one that stands alone of its kind needs none.
const landmarks = ['banner', 'main', 'navigation', 'complementary', 'contentinfo', 'form', 'search', 'region'];
const byRole = new Map();
for (const el of all('*')) {
  let own = role(el);
  if (el.tagName === 'HEADER' && !el.closest('main, section, article, aside, nav')) own = 'banner';
  if (own === 'region' && name(el) === '') continue;
  if (landmarks.includes(own)) byRole.set(own, [...(byRole.get(own) ?? []), el]);
}
for (const [own, list] of byRole) {
  const names = list.map(name);
  names.forEach((one, at) => {
    if (one === '' && (list.length > 1 || own === 'form' || own === 'navigation')) found.push(`a ${own} without a name: ${text(list[at])}`);
    if (one !== '' && names.indexOf(one) !== at) found.push(`two landmarks ${own} “${one}”`);
  });
}

// Controls: no positive tabindex, a name each, and Tab goes as the eye does: down, and in a row from left to right.
const controls = all('a[href], button, input, select, textarea, [tabindex]').filter(
  (el) => el.tabIndex >= 0 && !el.disabled && seen(el),
);
for (const el of all('[tabindex]')) if (el.tabIndex > 0) found.push(`tabindex ${el.tabIndex} at ${name(el)}`);
for (const el of controls) if (name(el) === '' && !el.matches('main, [data-landing], pre, .pages, [role="group"]')) found.push(`no name: ${el.tagName}.${el.className} ${role(el)}`);
// Of a group of radio buttons Tab reaches one.
const stops = controls.filter((el) => {
  if (el.type !== 'radio') return true;
  const group = controls.filter((other) => other.type === 'radio' && other.name === el.name);
  return el === (group.find((other) => other.checked) ?? group[0]);
});
const boxOf = (el) => {
  const shown = getComputedStyle(el).opacity === '0' ? (el.closest('label') ?? el) : el;
  return shown.getClientRects()[0];
};
/** The innermost that holds both. */
const around = (one, other) => {
  let at = one;
  while (!at.contains(other)) at = at.parentElement;
  return at;
};
for (let at = 1; at < stops.length; at += 1) {
  const [one, other] = [stops[at - 1], stops[at]];
  if (other.contains(one) || one.contains(other)) continue;
  // A bar that stays in sight stands where the window ends, wherever the page is scrolled to.
  if ([one, other].some((el) => [...document.querySelectorAll('[data-bar]')].some((bar) => bar.contains(el) && getComputedStyle(bar).position === 'sticky'))) continue;
  // The columns of the frame stand beside each other; each is read to its end before the next.
  const common = around(one, other);
  const [from, to] = [[...common.children].find((child) => child.contains(one)), [...common.children].find((child) => child.contains(other))];
  const [a, b] = [(from ?? one).getBoundingClientRect(), (to ?? other).getBoundingClientRect()];
  if (getComputedStyle(from ?? one).position === 'fixed' || getComputedStyle(from ?? one).position === 'absolute') continue;
  const beside = b.left >= a.right - 1;
  const below = b.top >= a.bottom - 1;
  if (beside || below) {
    // Beside means on the same height: a column may be higher than what follows it, never wholly below it.
    if (beside && b.bottom <= a.top) found.push(`“${name(other)}” is above “${name(one)}” and comes after it`);
    continue;
  }
  const [x, y] = [boxOf(one), boxOf(other)];
  if (!x || !y) continue;
  const sameRow = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > Math.min(x.height, y.height) / 2;
  if (sameRow ? y.left < x.left - 1 : y.top < x.top - 1)
    found.push(`“${name(other)}” stands before “${name(one)}” and comes after it`);
}
return found;
