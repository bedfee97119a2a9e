/** What the kit screen shows its parts with. None of it is a person's. */
import type { BannerPatient } from '../../kit/banner/banner';
import type { FiredView } from '../../ipc/generated';
import type { Understand } from '../../kit/fields/understand';

const shown = {
  version: 1,
  inputs: [],
  since: '24 Nov 2026',
  missing: [],
  no_diagnosis: 'This does not make a diagnosis.',
  may_lower_to: null,
  rule_title: '',
  source: '',
};

/** One flag of each kind of urgency. */
const flags: FiredView[] = [
  {
    ...shown,
    rule: 'e0',
    title: 'Bladder, bowel, saddle or both legs',
    level: 'E0',
    level_words: 'Emergency, now',
    stays: true,
    wording:
      'Possible cauda equina features recorded. Emergency assessment is advised now per local pathway.',
  },
  {
    ...shown,
    rule: 'e1',
    title: 'Weakness',
    level: 'E1',
    level_words: 'Same day',
    stays: true,
    wording: 'Weakness.',
  },
  {
    ...shown,
    rule: 'u',
    title: 'Findings that ask for medical review',
    level: 'U',
    level_words: 'Urgent, within days',
    stays: false,
    wording: 'Findings.',
  },
  {
    ...shown,
    rule: 'c',
    title: 'Inflammatory features',
    level: 'C',
    level_words: 'Caution',
    stays: false,
    wording: '',
  },
];

export const full: BannerPatient = {
  name: 'Sample, Patient',
  born: '3 May 1961',
  age: '58',
  number: 'A-0042',
  alerts: {
    allergies: { value: ['Penicillin (rash)', 'Iodine contrast'] },
    red_flags: { value: ['New bladder trouble, 4 June 2019'] },
    implants_mri: { value: ['Spinal cord stimulator, MRI unknown'] },
    anticoagulants: { missing: 'absent' },
  },
  flags,
  flags_line: { state: 'listed', text: '2 open; last asked on 24 Nov 2026, yesterday' },
  citation: null,
};

export const bare: BannerPatient = {
  name: 'מטופלת לדוגמה',
  born: 'about 1961',
  age: '',
  number: null,
  alerts: {
    allergies: { missing: 'not_asked' },
    red_flags: { missing: 'absent' },
    implants_mri: { missing: 'unknown' },
    anticoagulants: { missing: 'declined' },
  },
  flags: [],
  flags_line: { state: 'open', text: 'Not asked' },
  citation: 'A sample, 2019',
};

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'];

/** Reads years and months only: enough to show the field at work; the record reads dates in its own way. */
export const understandDate: Understand = async (text) => {
  const [first = '', second = ''] = text.toLowerCase().split(/\s+/);
  if (/^\d{4}$/.test(first)) return { shown: first, issue: null };
  const month = months.find((name) => first.length >= 3 && name.startsWith(first));
  if (month && /^\d{4}$/.test(second)) {
    return { shown: `${month[0]?.toUpperCase()}${month.slice(1)} ${second}`, issue: null };
  }
  return { shown: null, issue: 'Type a date such as 3 May 2019, may 2019 or 2019' };
};

/** Reads one lumbar segment, enough to show the field at work. */
export const understandLevel: Understand = async (text) => {
  const found = /^l([1-4])\s*[-/]?\s*l?([2-5])$/i.exec(text);
  const [upper, lower] = [Number(found?.[1]), Number(found?.[2])];
  if (found && lower === upper + 1) return { shown: `L${upper}-L${lower}`, issue: null };
  return { shown: null, issue: 'Levels run from the upper to the lower one: L4-L5' };
};

export const rows = [
  { id: '1', what: 'Decompression', level: 'L4-L5', when: '3 May 2014', score: '44' },
  { id: '2', what: 'Fusion', level: 'L4-S1', when: 'May 2016', score: '38' },
  { id: '3', what: 'Stimulator trial', level: 'T8-T10', when: 'about 2018', score: '' },
];
export type Row = (typeof rows)[number];

export const procedures = [
  { value: 'Decompression' },
  { value: 'Discectomy', note: 'includes microdiscectomy' },
  { value: 'Foraminotomy' },
  { value: 'Fusion', note: 'any approach' },
  { value: 'Laminectomy' },
  { value: 'Revision of implant' },
];
