import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import App from './App.svelte';
import KitScreen from './features/kit/KitScreen.svelte';
import { Client } from './ipc/client';
import type { PatientHit } from './ipc/generated';
import { fakeTransport, type Handlers } from './ipc/transport.fake';
import { violations } from './test/axe';

const words = 'lantern copper violin marsh';

function open(handlers: Handlers) {
  const transport = fakeTransport(handlers);
  render(App, { client: new Client(transport) });
  return transport;
}
const hit = (id: string, name: string): PatientHit => ({ id, name, born: '3 May 1961', number: null });
const ready: Handlers = {
  vault_status: () => ({ state: 'open' }),
  lock_vault: () => ({ state: 'locked' }),
  search_patients: ({ text }) => [hit('1', 'Sample, Anna'), hit('2', 'Sample, Ben')].filter((p) => p.name.includes(text)),
};

beforeEach(() => {
  location.hash = '';
});

describe('first start', () => {
  it('makes a vault only with a long passphrase, typed twice, with a safe place', async () => {
    const transport = open({ ...ready, vault_status: () => ({ state: 'absent' }), create_vault: () => ({ state: 'open' }) });
    const first = await screen.findByLabelText('Passphrase');
    const made = () => transport.calls.filter((call) => call.name === 'create_vault');
    expect(await violations()).toEqual([]);
    await userEvent.type(first, 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(screen.getByText('Use at least 12 characters; this has 5.')).toBeTruthy();
    await userEvent.clear(first);
    await userEvent.type(first, words);
    expect(screen.getByText('Strong')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Passphrase again'), 'other{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(screen.getByText(/The two passphrases differ/)).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Passphrase again'));
    await userEvent.type(screen.getByLabelText('Passphrase again'), words);
    expect(made()).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'I have a safe place for the passphrase' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    await screen.findByRole('heading', { name: 'Patients' });
    expect(made()).toEqual([{ name: 'create_vault', request: { passphrase: words } }]);
  });
});

describe('unlocking', () => {
  it('tells a wrong passphrase at the field and opens with the right one', async () => {
    open({
      ...ready,
      vault_status: () => ({ state: 'locked' }),
      unlock_vault: ({ passphrase }) => {
        if (passphrase === words) return { state: 'open' };
        throw { code: 'invalid', issues: [{ field: 'passphrase', code: 'wrong_passphrase' }] };
      },
    });
    const field = await screen.findByLabelText('Passphrase');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Type the passphrase of this vault.')).toBeTruthy();
    await userEvent.type(field, 'wrong{Enter}');
    await screen.findByText(/does not open this vault/);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(await violations()).toEqual([]);
    await userEvent.clear(field);
    await userEvent.type(field, `${words}{Enter}`);
    await screen.findByRole('heading', { name: 'Patients' });
  });

  it('says what happened when the vault is newer, and looks again on request', async () => {
    const status = vi.fn<NonNullable<Handlers['vault_status']>>(() => {
      throw { code: 'newer_schema' };
    });
    open({ vault_status: status });
    await screen.findByText(/newer version of Lamina/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(status).toHaveBeenCalledTimes(2));
  });
});

describe('patients', () => {
  it('are found as one types and opened by key', async () => {
    open(ready);
    const search = await screen.findByRole('searchbox', { name: 'Search patients' });
    expect(await screen.findAllByRole('link', { name: /^Sample/ })).toHaveLength(2);
    expect(await violations()).toEqual([]);
    await userEvent.type(search, 'Ben');
    await screen.findByRole('heading', { name: '1 patient' });
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Sample, Ben' }));
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(search);
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('#/patients/2/overview');
  });

  it('never shows the answer to an older text', async () => {
    const answers = new Map<string, (hits: PatientHit[]) => void>();
    open({ ...ready, search_patients: ({ text }) => new Promise((done) => answers.set(text, done)) });
    await userEvent.type(await screen.findByRole('searchbox'), 'ab');
    await waitFor(() => expect(answers.has('ab')).toBe(true));
    answers.get('ab')?.([hit('2', 'New answer')]);
    await screen.findByRole('link', { name: 'New answer' });
    answers.get('a')?.([hit('1', 'Old answer')]);
    await Promise.resolve();
    expect(screen.queryByRole('link', { name: 'Old answer' })).toBeNull();
  });

  it('say what to do when none is found or none is there', async () => {
    open({ ...ready, search_patients: () => [] });
    await screen.findByRole('heading', { name: 'No patients yet' });
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    await screen.findByRole('heading', { name: 'No patient matches “x”' });
  });
});

describe('frame', () => {
  it('locks by key and takes the records from the screen', async () => {
    const transport = open(ready);
    await screen.findByRole('heading', { name: 'Patients' });
    transport.invoke = fakeTransport({ ...ready, vault_status: () => ({ state: 'locked' }) }).invoke;
    await userEvent.keyboard('{Control>}l{/Control}');
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows the keys by F1, settings by "g s", and a way back from nowhere', async () => {
    open(ready);
    await screen.findByRole('heading', { name: 'Patients' });
    await userEvent.keyboard('{F1}');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard' });
    expect(within(sheet).getByText('Search patients')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('gs');
    await screen.findByRole('radio', { name: 'Dark' });
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await userEvent.click(screen.getByRole('radio', { name: 'As the system' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
    location.hash = '#/nowhere';
    await screen.findByRole('heading', { name: 'There is nothing at this address' });
  });
});

it('the kit screen is accessible as a whole', async () => {
  render(KitScreen);
  expect(await violations()).toEqual([]);
});
