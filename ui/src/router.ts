/** Addresses inside the window. Every screen has one, so that back, reload and tests can reach it. */
import type { PlainWordId } from './words';

/** Sections of a record in the order of their keys 1–9; the last two have no key of their own. */
export const sections = [
  'overview',
  'surgeries',
  'symptoms',
  'examination',
  'imaging',
  'treatments',
  'progress',
  'walking',
  'letters',
  'documents',
  'history',
] as const;
export type Section = (typeof sections)[number];

export function sectionWord(section: Section): PlainWordId {
  return `section-${section}`;
}

export type Route =
  | { name: 'patients' }
  | { name: 'new-patient' }
  | { name: 'patient'; id: string; section: Section }
  | { name: 'settings' }
  | { name: 'kit' }
  | { name: 'unknown' };

function isSection(text: string): text is Section {
  return (sections as readonly string[]).includes(text);
}

/** The part of an address between two slashes as it was before `href` encoded it; undefined when it is damaged. */
function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** What `hash` (with or without "#") leads to. An empty one leads to the patients. */
export function parse(hash: string): Route {
  const [first = '', second, third, ...rest] = hash.replace(/^#?\/?/, '').split('/');
  if (rest.length > 0) return { name: 'unknown' };
  if (first === 'patients' || first === '') {
    if (second === undefined || second === '') return { name: 'patients' };
    if (second === 'new') return third === undefined ? { name: 'new-patient' } : { name: 'unknown' };
    const id = decode(second);
    const section = third ?? 'overview';
    return id && isSection(section) ? { name: 'patient', id, section } : { name: 'unknown' };
  }
  if (second !== undefined) return { name: 'unknown' };
  if (first === 'settings' || first === 'kit') return { name: first };
  return { name: 'unknown' };
}

/** The address of `route`; `parse(href(route))` is `route`. */
export function href(route: Route): string {
  switch (route.name) {
    case 'new-patient':
      return '#/patients/new';
    case 'patient':
      return `#/patients/${encodeURIComponent(route.id)}/${route.section}`;
    default:
      return `#/${route.name}`;
  }
}

export function go(route: Route): void {
  location.hash = href(route);
}
