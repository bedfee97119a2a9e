import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function open(entry = 'new-reading') {
  const record = fakeRecord();
  const client = new Client(fakeTransport(record.handlers));
  return { record, ...renderInWindow(EntryScreen, { client, patient, section: 'readings', entry }) };
}
const value = (name: string) => screen.findByRole('textbox', { name: `${name}, value` });

function given(record: ReturnType<typeof fakeRecord>) {
  const input = [...record.entries.values()][0]?.view.input;
  if (input?.noun !== 'reading') throw new Error('no reading was kept');
  return input.values.filter(({ value }) => value !== '');
}

describe('readings', () => {
  it('takes the numbers of a panel one after the other by keys; what stays empty is no value', async () => {
    const { record } = open();
    (await value('Temperature')).focus();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('38.2{Enter}<5{Enter}32{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(given(record)).toMatchObject([
      { what: 'temperature', value: '38.2', unit: '°C' },
      { what: 'crp', value: '<5', unit: '' },
      { what: 'esr', value: '32', unit: 'mm/h' },
    ]);
  });

  it('never chooses a unit where the same number can be meant in another, and tells so at the value', async () => {
    const { record } = open();
    await userEvent.type(await value('CRP'), '12');
    record.refuse.push({
      code: 'invalid',
      issues: [{ path: 'values.1.unit', problem: { code: 'required' } }],
    });
    await userEvent.keyboard('{Control>}s{/Control}');
    const unit = screen.getByRole('combobox', { name: 'CRP, unit' });
    await waitFor(() => expect(unit.getAttribute('aria-invalid')).toBe('true'));
    await userEvent.selectOptions(unit, 'mg/dL');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(given(record)).toMatchObject([{ what: 'crp', value: '12', unit: 'mg/dL' }]);
  });

  it('puts typed results into the lines of their kind and keeps what is none, to be looked at before saving', async () => {
    const { record } = open();
    await value('Temperature');
    await userEvent.click(screen.getByRole('button', { name: /Type or paste results/ }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Results/ }),
      'CRP <5{Enter}seen by Dr Example',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Put into the lines' }));
    await waitFor(async () => expect(((await value('CRP')) as HTMLInputElement).value).toBe('<5'));
    expect(screen.getByRole('combobox', { name: 'CRP, unit' })).toHaveProperty('value', 'mg/L');
    expect(screen.getByRole('textbox', { name: /^Results/ })).toHaveProperty('value', 'seen by Dr Example');
    expect(screen.getByText(/1 line was not read/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(given(record)).toMatchObject([{ what: 'crp', value: '<5', unit: 'mg/L' }]);
  });

  it('takes a result in words without a unit, and the mark of the laboratory', async () => {
    const { record } = open();
    await value('Temperature');
    await userEvent.click(screen.getByRole('button', { name: 'Another value' }));
    const kinds = screen.getAllByRole('combobox', { name: 'Measured' });
    await userEvent.selectOptions(kinds.at(-1) as HTMLElement, 'Blood culture');
    await userEvent.type(await value('Blood culture'), 'no growth, 5 days');
    expect(screen.queryByRole('combobox', { name: 'Blood culture, unit' })).toBeNull();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Blood culture, mark of the laboratory' }),
      'Normal',
    );
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(given(record)).toMatchObject([
      { what: 'blood_culture', value: 'no growth, 5 days', unit: '', flag: 'normal' },
    ]);
  });

  it('takes what has no code by its own name and unit', async () => {
    const { record } = open();
    await value('Temperature');
    await userEvent.click(screen.getByRole('button', { name: 'Another value' }));
    const kinds = screen.getAllByRole('combobox', { name: 'Measured' });
    await userEvent.selectOptions(kinds.at(-1) as HTMLElement, 'Other');
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Leg length');
    await userEvent.type(await value('Leg length'), '-1.5');
    await userEvent.type(screen.getByRole('textbox', { name: 'Leg length, unit' }), 'cm');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(given(record)).toMatchObject([{ what: 'other', name: 'Leg length', value: '-1.5', unit: 'cm' }]);
  });
});
