/** Made-up progress for tests. */
import type { ChartPoint, PatientView, ProgressView, ScoreRow, Verdict } from '../../ipc/generated';

/** A drawing in the form that the core makes. */
export function drawing(title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200" role="img">
<title></title>
<desc>Scores over time with operations and treatments marked</desc>
<g transform="scale(0.1)">
<rect x="0" y="0" width="3200" height="2000" fill="#FFFFFF" stroke="none"/>
<polyline fill="none" stroke="#005F9E" stroke-width="20" points="100,1000 2000,500 "/>
<circle cx="100" cy="1000" r="30" fill="#005F9E" stroke="none" stroke-width="1"/>
<text x="100" y="60" dy="0.76em" text-anchor="start" font-family="IBM Plex Sans" font-size="120" fill="#1C2024" font-weight="bold">
${title}
</text>
</g>
</svg>
`;
}

export const patient: PatientView = {
  id: 'p1',
  version: 1,
  name: 'Sample, Anna',
  born: '3 May 1961',
  age: '65',
  number: 'A-0042',
  alerts: {
    allergies: { missing: 'not_asked' },
    red_flags: { missing: 'not_asked' },
    implants_mri: { missing: 'not_asked' },
    anticoagulants: { missing: 'not_asked' },
  },
  background: null,
  flags: [],
  flags_line: { state: 'open', text: 'Not asked' },
  citation: null,
  counts: { surgery: 1, symptom: 0, imaging: 0, treatment: 0, score: 3, flag: 0 },
  last_scores: [],
  verdicts: [],
};

export function row(id: string, when: string, value: string, more: Partial<ScoreRow> = {}): ScoreRow {
  return {
    id,
    when,
    measure: 'ODI',
    value,
    change: '',
    note: '',
    placed: true,
    timed: more.placed ?? true,
    baseline: false,
    can_be_baseline: more.placed ?? true,
    ...more,
  };
}

/** A mark of a drawing. */
export function point(
  line: number,
  x: number,
  y: number,
  measure: string,
  value: string,
  when: string,
  notes: string[] = [],
): ChartPoint {
  return { line, x, y, left: x, right: x, bottom: y, measure, value, when, notes };
}

export const verdict: Verdict = {
  text: 'ODI, 3 May 2024 to Nov 2024, 58 to 42: 16 points better, more than the 10 that matters (Ostelo 2008)',
  direction: 'better',
  important: true,
  way: 'down',
};

export const view: ProgressView = {
  svg: drawing('Disability (ODI)'),
  summary: 'Disability from 58 % on 3 May 2024 to 42 % in Nov 2024, lower is better.',
  points: [
    point(0, 10, 100, 'ODI', '58 %', '3 May 2024', ['Before the second operation']),
    point(0, 200, 50, 'ODI', '42 %', 'Nov 2024'),
  ],
  rows: [
    row('s1', '3 May 2024', '58 %', { baseline: true, note: 'Before the second operation' }),
    row('s2', 'Nov 2024', '42 %', { change: '16 points better' }),
    row('s3', 'after operation 1', '7', { measure: 'Pain in the leg', placed: false }),
  ],
  lines: [{ key: 'score:odi', label: 'ODI', group: 'score', count: 2, drawn: true }],
  measured: [],
  verdicts: [verdict],
  baselines: [],
  periods: [],
  earlier: 0,
  own_limits: [],
  before: [],
  not_placed: 1,
  sequence: false,
  treatments_not_placed: 0,
};

export const nothing: ProgressView = {
  svg: null,
  summary: '',
  points: [],
  rows: [],
  lines: [],
  measured: [],
  verdicts: [],
  baselines: [],
  periods: [],
  earlier: 0,
  own_limits: [],
  before: [],
  not_placed: 0,
  sequence: false,
  treatments_not_placed: 0,
};
