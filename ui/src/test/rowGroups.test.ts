/** Every group of rows, whichever noun it belongs to: what is taken away comes back as it was. */
import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { readdirSync, readFileSync } from 'node:fs';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import OptionRows from '../features/decisions/OptionRows.svelte';
import EvidenceRows from '../features/diagnoses/EvidenceRows.svelte';
import ConclusionRows from '../features/electrodiagnosis/ConclusionRows.svelte';
import PartRows from '../features/electrodiagnosis/PartRows.svelte';
import AttainmentRows from '../features/goals/AttainmentRows.svelte';
import LocalRows from '../features/examinations/LocalRows.svelte';
import FindingRows from '../features/imaging/FindingRows.svelte';
import AllergyRows from '../features/patients/alerts/AllergyRows.svelte';
import LeadRows from '../features/neuromodulation/LeadRows.svelte';
import PumpDrugRows from '../features/neuromodulation/PumpDrugRows.svelte';
import CareTeamRows from '../features/patients/person/CareTeamRows.svelte';
import DeviceParts from '../features/safety/DeviceParts.svelte';
import ComplicationRows from '../features/surgeries/ComplicationRows.svelte';
import GraftRows from '../features/surgeries/GraftRows.svelte';
import ImplantRows from '../features/surgeries/ImplantRows.svelte';
import ProcedureRows from '../features/surgeries/ProcedureRows.svelte';
import AdverseRows from '../features/treatments/AdverseRows.svelte';
import AgentRows from '../features/treatments/AgentRows.svelte';
import DoseStepRows from '../features/treatments/DoseStepRows.svelte';
import ResponseRows from '../features/treatments/ResponseRows.svelte';
import BoutRows from '../features/walking/plan/BoutRows.svelte';
import { Client } from '../ipc/client';
import {
  blankAgent,
  blankAllergy,
  blankAttainment,
  blankCareMember,
  blankComplication,
  blankConclusionPart,
  blankConsidered,
  blankDevicePart,
  blankDoseStep,
  blankEvidence,
  blankFinding,
  blankGraft,
  blankImplant,
  blankLead,
  blankLocal,
  blankProcedure,
  blankPumpDrug,
  blankResponse,
  blankTestedPart,
  blankWalkingBout,
  type EvidenceRow,
} from '../ipc/generated';
import TextRows from '../kit/rows/TextRows.svelte';
import { fakeTransport } from '../ipc/transport.fake';
import { renderInWindow } from './renderInWindow';

const understand = () => Promise.resolve({ shown: null, issue: null });
const message = () => null;
const evidence: EvidenceRow[] = [1, 2].map((number) => ({
  entry: `imaging ${number}`,
  id: `i${number}`,
  noun: 'imaging',
  number,
  when: '2019',
  title: `MRI ${number}`,
}));
const client = new Client(
  fakeTransport({
    understand: () => ({ shown: null, problem: null, settled: null }),
    list_evidence: () => evidence,
  }),
);

/** The groups, each with as many rows as make the last one go, and something typed in every row. */
const groups: Record<string, () => unknown> = {
  FindingRows: () =>
    render(FindingRows, {
      message,
      levels: understand,
      measures: understand,
      value: [
        { ...blankFinding(), what: 'Arachnoiditis', levels: 'L4-L5' },
        {
          ...blankFinding(),
          kind: 'solid_fusion',
          what: 'by the report',
          levels: 'L5-S1',
          side: { value: 'left' },
        },
      ],
    }),
  ConclusionRows: () =>
    render(ConclusionRows, {
      message,
      roots: understand,
      value: [
        { ...blankConclusionPart(), kind: 'radiculopathy', roots: 'L5' },
        { ...blankConclusionPart(), kind: 'polyneuropathy', stated: 'absent', words: 'none seen' },
      ],
    }),
  PartRows: () =>
    render(PartRows, {
      message,
      value: [
        { ...blankTestedPart(), name: 'Tibialis anterior', result: 'abnormal' },
        { ...blankTestedPart(), name: 'Sural nerve', words: '12 µV' },
      ],
    }),
  EvidenceRows: () =>
    renderInWindow(EvidenceRows, {
      client,
      patient: 'p1',
      message,
      value: [
        { ...blankEvidence(), entry: 'half a word' },
        { entry: 'other words', weighs: 'against' },
      ],
    }),
  DeviceParts: () =>
    render(DeviceParts, {
      message,
      value: [
        { ...blankDevicePart(), kind: 'generator', name: 'Model A' },
        {
          kind: 'lead',
          name: 'Lead B',
          state: 'abandoned',
          mri: 'conditional',
          field: '1.5 T',
          body: 'head',
          mode: 'normal',
        },
      ],
    }),
  ImplantRows: () =>
    renderInWindow(ImplantRows, {
      client,
      patient: 'p1',
      message,
      value: {
        value: [
          { ...blankImplant(), name: 'Rods' },
          { ...blankImplant(), kind: 'cage', name: 'Cage at L4' },
        ],
      },
    }),
  ProcedureRows: () =>
    render(ProcedureRows, {
      message,
      understand,
      value: [
        { ...blankProcedure(), text: 'Laminectomy L3-L4' },
        { ...blankProcedure(), text: 'as before', code: 'tlif' },
      ],
    }),
  GraftRows: () =>
    render(GraftRows, {
      message,
      value: {
        value: [
          { ...blankGraft(), words: 'iliac crest' },
          { ...blankGraft(), kind: 'synthetic', words: 'paste' },
        ],
      },
    }),
  ComplicationRows: () =>
    render(ComplicationRows, {
      message,
      when: understand,
      value: {
        value: [
          { ...blankComplication(), words: 'slow healing' },
          {
            ...blankComplication(),
            kind: 'dural_tear',
            when: '2019',
            severity: { missing: 'unknown' },
            treatment: 'sutured',
          },
        ],
      },
    }),
  LocalRows: () =>
    render(LocalRows, {
      message,
      levels: understand,
      value: [
        { ...blankLocal(), levels: 'L4', words: 'over the joint' },
        { ...blankLocal(), what: 'scar', levels: 'L5', side: { value: 'left' }, states: ['red', 'warm'] },
      ],
    }),
  ResponseRows: () =>
    renderInWindow(ResponseRows, {
      client,
      patient: 'p1',
      message,
      value: [
        { ...blankResponse(), when: '2019', words: 'Little' },
        {
          ...blankResponse(),
          when: 'May 2020',
          relief: { value: '40' },
          worsened: false,
          words: 'Walked further',
          lasted: '3 months',
        },
      ],
    }),
  AdverseRows: () =>
    render(AdverseRows, {
      message,
      value: {
        value: [
          { what: 'Dizziness', severity: null, action: null },
          { what: 'Flushing', severity: 'mild', action: 'nothing' },
        ],
      },
    }),
  AgentRows: () =>
    render(AgentRows, {
      message,
      value: [
        { ...blankAgent(), kind: 'steroid', name: 'Dexamethasone', mg: '8' },
        { kind: 'local_anaesthetic', name: 'Bupivacaine', percent: '0.25', mg: '', ml: '2' },
      ],
    }),
  DoseStepRows: () =>
    renderInWindow(DoseStepRows, {
      client,
      patient: 'p1',
      message,
      value: [
        { ...blankDoseStep(), when: '2019', medicine: 'oxycodone 10 mg bd' },
        { when: '2020', medicine: 'oxycodone 20 mg bd', taken_a_day: '20 mg' },
      ],
    }),
  LeadRows: () =>
    renderInWindow(LeadRows, {
      client,
      patient: 'p1',
      path: 'what.trial.leads',
      message,
      value: [
        { ...blankLead(), tip: 'T8' },
        { tip: 'T9', side: { value: 'left' }, contacts: '8', words: 'percutaneous' },
      ],
    }),
  PumpDrugRows: () =>
    render(PumpDrugRows, {
      message,
      value: [
        { ...blankPumpDrug(), name: 'morphine' },
        { name: 'bupivacaine', concentration: '500 micrograms/mL', daily: '125 micrograms a day' },
      ],
    }),
  BoutRows: () =>
    render(BoutRows, {
      message,
      understand,
      value: ['1', '2', '3', '4'].map((day) => ({
        ...blankWalkingBout(),
        on: `${day} May 2026`,
        minutes: `1${day}`,
        bad_day: day === '4',
      })),
    }),
  CareTeamRows: () =>
    render(CareTeamRows, {
      message,
      rows: [
        { ...blankCareMember(), role: 'GP', name: 'Dr C.' },
        { role: 'Physiotherapist', name: 'Ms D.' },
      ],
    }),
  AllergyRows: () =>
    render(AllergyRows, {
      message,
      understand,
      choices: [
        { value: 'not_asked', label: 'Not asked' },
        { value: 'listed', label: 'Listed' },
      ],
      value: {
        value: [
          { ...blankAllergy(), substance: 'Latex' },
          { ...blankAllergy(), substance: 'Penicillin', reaction: 'rash' },
        ],
      },
    }),
  AttainmentRows: () =>
    render(AttainmentRows, {
      message,
      understand,
      value: [
        { ...blankAttainment(), reached: '3', when: '2025' },
        { reached: '6', when: 'May 2026', words: 'one way' },
      ],
    }),
  OptionRows: () =>
    render(OptionRows, {
      message,
      value: [
        { ...blankConsidered(), words: 'Revision' },
        { way: 'watchful_waiting', words: 'until spring', reason: 'pain is easing', chosen: true },
      ],
    }),
  TextRows: () =>
    render(TextRows, { label: 'Operation', add: 'Add', value: ['Laminectomy', 'Fusion L4-L5'] }),
};

const fields = () => [
  ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea'),
];
/** What stands in every field, in the order of the page. */
const typed = () => fields().map((field) => ('checked' in field && field.checked ? 'chosen' : field.value));
const rows = () => [...document.querySelectorAll<HTMLElement>('.rows > fieldset, .rows > .row')];
const undo = () => screen.queryByRole('button', { name: /^Undo: bring / });

async function takeLastAway() {
  const [first] = rows().at(-1)?.querySelectorAll<HTMLElement>('input, select') ?? [];
  first?.focus();
  await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
  await tick();
}

describe.each(Object.entries(groups))('a row of %s', (_, show) => {
  it('that was taken away comes back by the keys of undo, at once and whole', async () => {
    show();
    const [before, count] = [typed(), rows().length];
    await takeLastAway();
    expect(rows()).toHaveLength(count - 1);
    expect(rows()[count - 2]?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(rows()).toHaveLength(count);
    expect(typed()).toEqual(before);
    expect(rows().at(-1)?.contains(document.activeElement)).toBe(true);
    expect(undo()).toBeNull();
  });

  it('comes back by the line that says so, which Tab reaches, also after something else was typed', async () => {
    show();
    const [before, count] = [typed(), rows().length];
    await takeLastAway();
    const field = rows()[0]?.querySelector<HTMLInputElement>('input:not([type="radio"], [type="checkbox"])');
    if (!field) throw new Error('a row without a text field');
    const at = fields().indexOf(field);
    await userEvent.type(field, '7');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(rows(), 'the keys mean what was typed since').toHaveLength(count - 1);
    const line = undo();
    for (let tabs = 0; tabs < 40 && document.activeElement !== line; tabs += 1) await userEvent.tab();
    expect(document.activeElement).toBe(line);
    await userEvent.keyboard('{Enter}');
    await tick();
    expect(rows()).toHaveLength(count);
    expect(typed()).toEqual(before.map((value, place) => (place === at ? `${value}7` : value)));
    expect(undo()).toBeNull();
  });
});

/** The components of ours whose source uses one of these. */
function using(...kit: string[]): string[] {
  const paths = readdirSync('src/features', { recursive: true, encoding: 'utf8' });
  const uses = new RegExp(`<(${kit.join('|')})\\b`);
  return paths
    .filter((path) => path.endsWith('.svelte') && uses.test(readFileSync(`src/features/${path}`, 'utf8')))
    .map((path) => path.replace(/^.*[/\\]|\.svelte$/g, ''));
}

it.each(using('AskedRows'))('the rows of %s stay while another answer is chosen by a slip', async (name) => {
  groups[name]?.();
  const before = typed();
  const [question] = screen.getAllByRole('radiogroup');
  if (!question) throw new Error('rows without a question');
  const answer = (name: string) => userEvent.click(within(question).getByRole('radio', { name }));
  await answer('Not asked');
  expect(rows()).toHaveLength(0);
  await answer('Listed');
  expect(typed()).toEqual(before);
});

it('no group of rows is left out', () => {
  // AskedRows asks whether there are rows at all and has none of its own: each group that stands in it is tried.
  const found = using('RowGroup', 'AskedRows').filter((name) => name !== 'AskedRows');
  expect(found.sort()).toEqual(
    Object.keys(groups)
      .filter((name) => name !== 'TextRows')
      .sort(),
  );
});
