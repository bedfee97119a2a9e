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

describe('a goal', () => {
  it('is recorded by keys, and asks since when only where it is no longer open', async () => {
    const record = fakeRecord();
    const client = new Client(fakeTransport(record.handlers));
    renderInWindow(EntryScreen, { client, patient, section: 'goals', entry: 'new' });
    const text = await screen.findByRole('textbox', { name: 'What the patient wants to reach' });
    await waitFor(() => expect(document.activeElement).toBe(text));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('walk to the shop and back');
    await userEvent.type(screen.getByRole('textbox', { name: /How it will be known/ }), 'without a rest');
    await userEvent.type(screen.getByRole('textbox', { name: /To be reached by/ }), 'Dec 2026');
    expect(screen.queryByRole('textbox', { name: 'Since when' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Partly reached' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Since when' }), '25 Nov 2026');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'goal',
      text: 'walk to the shop and back',
      measure: 'without a rest',
      target: 'Dec 2026',
      standing: 'partly_reached',
      settled: '25 Nov 2026',
      told_by: 'patient',
    });
  });
});
