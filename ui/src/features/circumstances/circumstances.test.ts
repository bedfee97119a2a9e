import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { ready, patient as view } from '../../test/record';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import CircumstancesNow from './CircumstancesNow.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('circumstances', () => {
  it('are recorded with their day, and what is left alone was not asked', async () => {
    const record = fakeRecord();
    const client = new Client(fakeTransport(record.handlers));
    renderInWindow(EntryScreen, { client, patient, section: 'circumstances', entry: 'new' });
    await screen.findByRole('combobox', { name: 'Work' });
    expect(await violations()).toEqual([]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Work' }), 'Off sick');
    await userEvent.type(screen.getByRole('textbox', { name: /^Since/ }), 'Sep 2026');
    await userEvent.click(screen.getByRole('radio', { name: 'Former' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^How much/ }), '10 a day');
    await userEvent.click(screen.getByRole('button', { name: /^Home, carer, driving/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'Advised not to drive' }));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'circumstance',
      when: '29 Nov 2026',
      work: { value: 'sick_leave' },
      work_since: 'Sep 2026',
      smoking: { value: 'former' },
      smoking_amount: '10 a day',
      driving: { value: 'advised_not' },
      claim: { missing: 'not_asked' },
      told_by: 'patient',
    });
  });

  it('stand as they were told last, above what was told before', async () => {
    const circumstances_now = () => [{ label: 'Work', text: 'off sick (told Sep 2026)' }];
    const client = new Client(fakeTransport({ ...ready, circumstances_now }));
    renderInWindow(CircumstancesNow, { client, patient: view });
    const now = within(await screen.findByRole('region', { name: 'As told last' }));
    expect(now.getByText('off sick (told Sep 2026)')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});
