import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { OpioidLoadView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import OpioidLoadLine from './OpioidLoadLine.svelte';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

const summary = 'Total 62 MME a day as taken; 90 at most (CDC 2022 table; 1 medicine not convertible)';
const view: OpioidLoadView = {
  present: true,
  summary,
  as_taken: 'Total 62 MME a day (CDC 2022 table; 1 medicine not convertible)',
  at_most: 'Total 90 MME a day (CDC 2022 table; 1 medicine not convertible)',
  counted: [
    {
      number: 1,
      entry: 't1',
      medicine: 'oxycodone 10 mg, every 12 hours',
      text: 'oxycodone 10 mg × 2 a day × 1.5 = 30',
    },
  ],
  left_out: [
    { number: 2, entry: 't2', medicine: 'morphine 30 mg, twice a day', text: 'morphine: stopped' },
    {
      number: 3,
      entry: 't3',
      medicine: 'buprenorphine 10 micrograms/h patch',
      text: 'buprenorphine: excluded from MME by the table: partial agonist',
    },
  ],
  pumps: ['SynchroMed: a pump in the body; what it holds is not recorded, so that it may be an opioid'],
  reached: ['Information: 50 MME a day or more (as taken and at most). Source: CDC 2022'],
  prompts: ['Information: an opioid and a benzodiazepine are on the list (medicine 4).'],
  caveats: ['It does not apply to pain from cancer.'],
  table: 'CDC 2022 table (US), version 1. Source: CDC',
};

function open(handlers: Handlers = {}) {
  const record = fakeRecord();
  const transport = fakeTransport({ ...record.handlers, opioid_load: () => view, ...handlers });
  const client = new Client(transport);
  renderInWindow(EntryScreen, { section: 'treatments', client, patient });
  return { client, transport };
}

describe('the opioid load', () => {
  it('says both totals with the table, and how they came about one click away', async () => {
    open();
    const panel = within(await screen.findByRole('region', { name: 'Opioid load' }));
    expect(panel.getByText(summary)).toBeTruthy();
    expect(panel.getByText(/an opioid and a benzodiazepine/)).toBeTruthy();
    expect(panel.queryByText(/× 1.5/)).toBeNull();
    expect(await violations()).toEqual([]);
    const prompts = within(panel.getByRole('list', { name: 'Worth checking in the list' }));
    expect(prompts.getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(panel.getByRole('button', { name: /How it is worked out/ }));
    // In a line above, and in full here.
    expect(panel.getAllByText(/an opioid and a benzodiazepine/)).toHaveLength(2);
    expect(panel.getByText('oxycodone 10 mg × 2 a day × 1.5 = 30')).toBeTruthy();
    const medicine = panel.getByRole('link', { name: '1. oxycodone 10 mg, every 12 hours' });
    expect(medicine.getAttribute('href')).toBe('#/patients/p1/treatments/t1');
    expect(panel.getByText('morphine: stopped')).toBeTruthy();
    expect(panel.getByText(/excluded from MME by the table/)).toBeTruthy();
    expect(panel.getByText(/^SynchroMed: a pump in the body/)).toBeTruthy();
    expect(panel.getByText(/50 MME a day or more/)).toBeTruthy();
    expect(panel.getByText('CDC 2022 table (US), version 1. Source: CDC')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('trap 22: does not colour a total as safe or unsafe, and raises no alarm', async () => {
    open({
      opioid_load: () => ({ ...view, summary: 'Total 400 MME a day as taken and at most (CDC 2022 table)' }),
    });
    const panel = await screen.findByRole('region', { name: 'Opioid load' });
    expect(
      panel.querySelector('[class*="danger"], [class*="caution"], [class*="worse"], [class*="better"]'),
    ).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(panel.textContent).not.toMatch(/unsafe|exceeds|too high|reduce/i);
  });

  it('is not there where no opioid is taken', async () => {
    open({ opioid_load: () => ({ ...view, present: false }) });
    await screen.findByText('No treatments recorded');
    expect(screen.queryByText('Opioid load')).toBeNull();
  });

  it('leaves no older total standing when it cannot be read, and says so', async () => {
    const { client, transport } = open({ add_sample: () => ({ value: {}, changes: ['settings'] }) });
    await screen.findByText(summary);
    transport.answer('opioid_load', () => {
      throw { code: 'unavailable' };
    });
    await client.call('add_sample', {});
    await screen.findByText('The opioid load cannot be shown');
    expect(screen.queryByText(summary)).toBeNull();
    transport.answer('opioid_load', () => view);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(summary);
  });

  it('is read anew when the record changes', async () => {
    const { client, transport } = open({ add_sample: () => ({ value: {}, changes: ['patient/p1'] }) });
    await screen.findByText(summary);
    transport.answer('opioid_load', () => ({ ...view, summary: 'Total 30 MME a day (CDC 2022 table)' }));
    await client.call('add_sample', {});
    await waitFor(() => expect(screen.queryByText(summary)).toBeNull());
    await screen.findByText('Total 30 MME a day (CDC 2022 table)');
  });

  it('stands as one line beside the work and leads to the treatments', async () => {
    renderInWindow(OpioidLoadLine, {
      client: new Client(fakeTransport({ opioid_load: () => view })),
      patient: 'p1',
    });
    const line = await screen.findByRole('link', { name: summary });
    expect(line.getAttribute('href')).toBe('#/patients/p1/treatments');
    expect(await violations()).toEqual([]);
  });
});
