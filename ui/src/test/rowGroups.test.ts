/** Every group of rows, whichever noun it belongs to: what is taken away comes back as it was. */
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { readdirSync, readFileSync } from 'node:fs';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import EvidenceRows from '../features/diagnoses/EvidenceRows.svelte';
import FindingRows from '../features/imaging/FindingRows.svelte';
import LeadRows from '../features/neuromodulation/LeadRows.svelte';
import PumpDrugRows from '../features/neuromodulation/PumpDrugRows.svelte';
import CareTeamRows from '../features/patients/person/CareTeamRows.svelte';
import DeviceParts from '../features/safety/DeviceParts.svelte';
import ImplantRows from '../features/surgeries/ImplantRows.svelte';
import ResponseRows from '../features/treatments/ResponseRows.svelte';
import BoutRows from '../features/walking/plan/BoutRows.svelte';
import { Client } from '../ipc/client';
import {
  blankCareMember,
  blankDevicePart,
  blankEvidence,
  blankFinding,
  blankImplant,
  blankLead,
  blankPumpDrug,
  blankResponse,
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
      value: [
        { ...blankFinding(), what: 'Solid fusion', levels: 'L4-L5' },
        { what: 'Arachnoiditis', levels: 'L5-S1', side: { value: 'left' } },
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
    render(ImplantRows, {
      message,
      value: {
        value: [
          { ...blankImplant(), name: 'Rods' },
          { kind: 'cage', name: 'Cage at L4' },
        ],
      },
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

it('no group of rows is left out', () => {
  const sources = readdirSync('src/features', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.svelte') && readFileSync(`src/features/${path}`, 'utf8').includes('<RowGroup'),
  );
  const found = sources.map((path) => path.replace(/^.*[/\\]|\.svelte$/g, ''));
  expect(found.sort()).toEqual(
    Object.keys(groups)
      .filter((name) => name !== 'TextRows')
      .sort(),
  );
});
