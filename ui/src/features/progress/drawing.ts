/**
 * The core's drawing, let into the page. It comes as text and is parsed as SVG, never as HTML; only plain shapes and
 * words may enter. One thing that does not belong in a drawing refuses the whole of it.
 */

const svgSpace = 'http://www.w3.org/2000/svg';
const shapes = new Set([
  'svg',
  'g',
  'title',
  'desc',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'path',
  'text',
  'tspan',
]);
/** Attributes that only place and paint; what runs, loads, links or styles is not among them. */
const attributes = new Set(
  `xmlns width height viewBox preserveAspectRatio role x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform fill
  fill-opacity fill-rule opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin
  font-family font-size font-style font-weight text-anchor dominant-baseline`.split(/\s+/),
);

function isPlain(element: Element): boolean {
  if (element.namespaceURI !== svgSpace || element.prefix !== null || !shapes.has(element.localName))
    return false;
  return [...element.attributes].every(({ name, value }) => attributes.has(name) && !/url\s*\(/i.test(value));
}

/** The drawing in `text` as a node of this page, or null when it is not a drawing of plain shapes and words. */
export function adoptDrawing(text: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.doctype !== null) return null;
  if (![root, ...root.querySelectorAll('*')].every(isPlain)) return null;
  const drawing = document.importNode(root, true) as unknown as SVGSVGElement;
  // The frame around it carries the name; the drawing would say its words a second time, in no order.
  drawing.removeAttribute('role');
  drawing.setAttribute('aria-hidden', 'true');
  return drawing;
}
