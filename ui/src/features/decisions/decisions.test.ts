import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

it('a shared decision keeps the options with waiting among them, the risks told and consent', async () => {
  const record = fakeRecord();
  const client = new Client(fakeTransport(record.handlers));
  renderInWindow(EntryScreen, { client, patient, section: 'decisions', entry: 'new' });
  await userEvent.type(
    await screen.findByRole('textbox', { name: /^What was discussed/ }),
    'revision at L4-L5',
  );
  expect(await violations()).toEqual([]);
  const option = within(screen.getByRole('group', { name: 'Option 1' }));
  await userEvent.click(option.getByRole('radio', { name: 'Watchful waiting' }));
  await userEvent.type(option.getByRole('textbox', { name: /^Why, or why not/ }), 'pain is easing');
  await userEvent.click(option.getByRole('checkbox', { name: 'Decided on' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Risk' }), 'infection');
  const consent = within(screen.getByRole('radiogroup', { name: 'Consent' }));
  await userEvent.click(consent.getByRole('radio', { name: 'Put off' }));
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(record.entries.size).toBe(1));
  expect([...record.entries.values()][0]?.view.input).toMatchObject({
    noun: 'shared_decision',
    about: 'revision at L4-L5',
    options: [{ way: 'watchful_waiting', reason: 'pain is easing', chosen: true }],
    risks: { value: ['infection'] },
    consent: { value: 'deferred' },
    document: 'not_asked',
  });
});
