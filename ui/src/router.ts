/** Addresses inside the window. Every screen has one, so that back, reload and tests can reach it. */
import type { PlainWordId } from './words';

/** The tabs of a record in their order, each with its rooms; the first room is what the tab opens. */
export const tabs = [
  { name: 'overview', rooms: ['overview', 'visits'] },
  { name: 'surgeries', rooms: ['surgeries'] },
  { name: 'symptoms', rooms: ['symptoms', 'examinations'] },
  { name: 'imaging', rooms: ['imaging', 'electrodiagnosis', 'readings', 'documents'] },
  { name: 'plan', rooms: ['diagnoses', 'requests', 'decisions', 'goals', 'follow-up', 'circumstances'] },
  { name: 'treatments', rooms: ['treatments', 'ladder', 'neuromodulation', 'walking'] },
  { name: 'progress', rooms: ['progress', 'scores', 'before-after'] },
  { name: 'safety', rooms: ['flags', 'safety'] },
  { name: 'letters', rooms: ['letters'] },
  { name: 'history', rooms: ['timeline', 'history'] },
] as const;
export type Tab = (typeof tabs)[number];
type Room = Tab['rooms'][number];
/** Every room of every tab, in their order. */
export const rooms: readonly Room[] = tabs.flatMap((tab): readonly Room[] => tab.rooms);
/** What stands in a record without a tab: the two forms that the banner leads to. */
const untabbed = ['person', 'alerts'] as const;
/** What an address inside a record names. */
export type Section = Room | (typeof untabbed)[number];

/** The rooms of `tab`. */
export const roomsOf = (tab: Tab): readonly Section[] => tab.rooms;

/** The tab in which `section` is a room. */
export function tabOf(section: Section): Tab | undefined {
  return tabs.find((tab) => roomsOf(tab).includes(section));
}

/** Whether a section holds entries, each with an address of its own. */
const withEntries = (section: Section) =>
  !['overview', 'ladder', 'before-after', 'timeline', 'history', ...untabbed].includes(section);

export function sectionWord(section: Section): PlainWordId {
  return `section-${section}`;
}

export function tabWord(tab: Tab): PlainWordId {
  return `tab-${tab.name}`;
}

export type Route =
  | { name: 'patients' }
  | { name: 'new-patient' }
  | { name: 'patient'; id: string; section: Section; entry?: string | 'new' }
  | { name: 'ask'; id: string; instrument: string }
  | { name: 'due' }
  | { name: 'settings' }
  | { name: 'rules' }
  | { name: 'audit'; patient?: string }
  | { name: 'about' }
  | { name: 'kit' }
  | { name: 'unknown' };

function isSection(text: string): text is Section {
  return [...untabbed, ...rooms].some((section) => section === text);
}

/** The part of an address between two slashes as it was before `href` encoded it; undefined when it is damaged. */
function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function patientRoute([patient, section = 'overview', part]: (string | undefined)[]): Route {
  const id = decode(patient ?? '');
  if (!id || !isSection(section)) return { name: 'unknown' };
  if (part === undefined) return { name: 'patient', id, section };
  const entry = decode(part);
  return entry && withEntries(section) ? { name: 'patient', id, section, entry } : { name: 'unknown' };
}

/** The patient's screen, which shows one questionnaire and nothing else. */
function askRoute([patient, section, ask, part]: (string | undefined)[]): Route {
  const [id, instrument] = [decode(patient ?? ''), decode(part ?? '')];
  return id && instrument && section === 'scores' && ask === 'ask'
    ? { name: 'ask', id, instrument }
    : { name: 'unknown' };
}

/** The audit log, of everyone or of one patient. */
function auditRoute([part, ...more]: (string | undefined)[]): Route {
  if (part === undefined) return { name: 'audit' };
  const patient = decode(part);
  return patient && more.length === 0 ? { name: 'audit', patient } : { name: 'unknown' };
}

/** What `hash` (with or without "#") leads to. An empty one leads to the patients. */
export function parse(hash: string): Route {
  const [first = '', ...rest] = hash.replace(/^#?\/?/, '').split('/');
  if (rest.length === 4 && first === 'patients') return askRoute(rest);
  if (rest.length > 3) return { name: 'unknown' };
  if (first === 'patients' || first === '') {
    if (rest.length === 0 || (rest.length === 1 && rest[0] === '')) return { name: 'patients' };
    if (rest[0] === 'new') return rest.length === 1 ? { name: 'new-patient' } : { name: 'unknown' };
    return patientRoute(rest);
  }
  if (first === 'settings' && rest[0] === 'rules' && rest.length === 1) return { name: 'rules' };
  if (first === 'settings' && rest[0] === 'audit') return auditRoute(rest.slice(1));
  if (first === 'settings' && rest[0] === 'about' && rest.length === 1) return { name: 'about' };
  if (rest.length > 0) return { name: 'unknown' };
  if (first === 'due' || first === 'settings' || first === 'kit') return { name: first };
  return { name: 'unknown' };
}

/** The address of `route`; `parse(href(route))` is `route`. */
export function href(route: Route): string {
  switch (route.name) {
    case 'new-patient':
      return '#/patients/new';
    case 'patient': {
      const entry = route.entry === undefined ? '' : `/${encodeURIComponent(route.entry)}`;
      return `#/patients/${encodeURIComponent(route.id)}/${route.section}${entry}`;
    }
    case 'ask':
      return `#/patients/${encodeURIComponent(route.id)}/scores/ask/${encodeURIComponent(route.instrument)}`;
    case 'rules':
      return '#/settings/rules';
    case 'audit':
      return `#/settings/audit${route.patient === undefined ? '' : `/${encodeURIComponent(route.patient)}`}`;
    case 'about':
      return '#/settings/about';
    default:
      return `#/${route.name}`;
  }
}

export function go(route: Route): void {
  location.hash = href(route);
}
