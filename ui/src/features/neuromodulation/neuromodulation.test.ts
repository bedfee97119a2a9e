import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { EvidenceRow, NeuromodulationPath, NeuromodulationView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import { nextDay } from './days';
import NeuromodulationSection from './NeuromodulationSection.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const path: NeuromodulationPath = {
  entry: 'n1',
  link: 'neuromodulation n1',
  shown: { when: 'Jan 2026', title: 'Spinal cord stimulation for pain: leg', details: [] },
  steps: [
    {
      entry: 's1',
      kind: 'trial',
      shown: {
        when: '10 Mar 2026',
        title: 'Trial',
        details: [{ label: 'Leads or catheter out on', text: 'not recorded' }],
      },
    },
  ],
  trials: [
    {
      entry: 's1',
      title: 'Trial, 10 Mar 2026 to 19 Mar 2026',
      lines: ['50 % criterion for leg pain: cannot be worked out. At least 4 rated days are needed.'],
    },
  ],
  pains: ['back', 'leg'],
  pain_words: ['Back', 'Leg'],
  diary: [],
};
const nothing: NeuromodulationView = { paths: [], pumps: [], not_in_load: '', sources: [] };
const device: EvidenceRow = {
  entry: 'device d1',
  id: 'd1',
  noun: 'device',
  number: 1,
  when: '2020',
  title: 'Pump',
};

function open(view: NeuromodulationView, entry?: string) {
  const record = fakeRecord();
  const more: Handlers = {
    neuromodulation: () => view,
    trial_chart: () => ({ svg: null, summary: '', points: [] }),
    list_evidence: () => [device],
  };
  const client = new Client(fakeTransport({ ...record.handlers, ...more }));
  renderInWindow(NeuromodulationSection, { client, patient, ...(entry === undefined ? {} : { entry }) });
  return record;
}

const keep = () => userEvent.keyboard('{Control>}s{/Control}');

describe('the room of stimulation and pumps', () => {
  it('says what belongs here where nothing is recorded', async () => {
    open(nothing);
    await screen.findByText('No stimulation and no pump recorded');
    expect(await violations()).toEqual([]);
  });

  it('shows the steps in their order, what the diary comes to, and that a day without an entry is no data', async () => {
    open({ ...nothing, paths: [path] });
    const steps = await screen.findByRole('list', { name: 'Steps' });
    const links = within(steps)
      .getAllByRole('link')
      .map((link) => link.textContent.trim());
    expect(links).toEqual(['Considered', 'Trial']);
    screen.getByText(/cannot be worked out/);
    screen.getByText('No day recorded yet. A day without an entry is no data and never zero.');
    screen.getByText('Worked out from the diary alone. It is no verdict and recommends nothing.');
    expect(await violations()).toEqual([]);
  });

  it('keeps one day after the other by keys, and leaves open what was not rated', async () => {
    const record = open({ ...nothing, paths: [path] });
    await userEvent.click(await screen.findByRole('button', { name: 'Add days' }));
    const on = await screen.findByRole('textbox', { name: 'Day' });
    await userEvent.clear(on);
    await userEvent.type(on, '3 Mar 2026');
    await userEvent.type(screen.getByRole('textbox', { name: 'Leg (0 to 10)' }), '7');
    await keep();
    await waitFor(() => expect(record.entries.size).toBe(1));
    // The next day waits, with the ratings empty.
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Day' }).value).toBe('2026-03-04'),
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Leg (0 to 10)' }), '0');
    await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'What was changed' }), 'tramadol stopped');
    await keep();
    await waitFor(() => expect(record.entries.size).toBe(2));
    const days = [...record.entries.values()].map(({ view }) => view.input);
    expect(days[0]).toMatchObject({
      noun: 'trial_day',
      neuromodulation: 'neuromodulation n1',
      on: '3 Mar 2026',
      kind: 'average',
      leg: '7',
      back: '',
      medicine_changed: 'not_asked',
    });
    expect(days[1]).toMatchObject({
      on: '2026-03-04',
      leg: '0',
      medicine_changed: 'yes',
      medicine_words: 'tramadol stopped',
    });
  });
});

describe('the forms', () => {
  it('records a trial of the path that the address names, with its leads', async () => {
    const record = open(
      { ...nothing, paths: [path, { ...path, entry: 'n2', link: 'neuromodulation n2' }] },
      'new-step-n2',
    );
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'What it is' }), 'Trial');
    await userEvent.type(screen.getByRole('textbox', { name: 'First day of the trial' }), '10 Mar 2026');
    await userEvent.type(screen.getByRole('textbox', { name: 'Last day of the trial' }), '19 Mar 2026');
    await userEvent.type(screen.getByRole('textbox', { name: 'Leads or catheter out on' }), '20 Mar 2026');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Burst' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Level of the tip' }), 'T8');
    expect(await violations()).toEqual([]);
    await keep();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'neuromodulation_step',
      neuromodulation: 'neuromodulation n2',
      when: '10 Mar 2026',
      what: {
        is: 'trial',
        trial: {
          ended: '19 Mar 2026',
          leads_out: '20 Mar 2026',
          waveforms: ['burst'],
          leads: [{ tip: 'T8' }],
        },
      },
    });
  });

  it('records what a pump was filled with, amounts as they were typed', async () => {
    const record = open(nothing, 'new-pump');
    await userEvent.click(await screen.findByRole('radio', { name: 'Refill' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'When' }), '3 May 2026');
    await userEvent.type(screen.getByRole('textbox', { name: 'Next refill by' }), '3 Aug 2026');
    await userEvent.type(screen.getByRole('textbox', { name: 'Drug' }), 'morphine');
    await userEvent.type(screen.getByRole('textbox', { name: 'Concentration' }), '10 mg/mL');
    await userEvent.type(screen.getByRole('textbox', { name: 'Dose a day' }), '2.5 mg a day');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pump' }), 'Pump, 2020');
    expect(await violations()).toEqual([]);
    await keep();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'pump_setting',
      what: 'refilled',
      pump: 'device d1',
      refill_due: '3 Aug 2026',
      drugs: [{ name: 'morphine', concentration: '10 mg/mL', daily: '2.5 mg a day' }],
    });
  });

  it('records a path with the pains that it is to treat', async () => {
    const record = open(nothing, 'new');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'What is stimulated or given' }),
      'Dorsal root ganglion stimulation',
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Leg' }));
    expect(await violations()).toEqual([]);
    await keep();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'neuromodulation',
      therapy: 'dorsal_root_ganglion',
      targets: ['leg'],
    });
  });
});

describe('the day after', () => {
  it.each([
    ['3 Mar 2026', '2026-03-04'],
    ['28 Feb 2026', '2026-03-01'],
    ['31 Dec 2026', '2027-01-01'],
    ['2026-03-03', '2026-03-04'],
    ['Mar 2026', undefined],
  ])('of %s is %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });
});
