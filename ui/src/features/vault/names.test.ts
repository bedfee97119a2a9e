import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { VaultProblem } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { openedBy, someone, vault } from '../../test/people';
import { renderInWindow } from '../../test/renderInWindow';
import VaultScreen from './VaultScreen.svelte';

const words = 'lantern copper violin marsh';
const code = 'QK4TZ-8M2XW-R7VDN-J3HCP';
const locked = (last_name = 'Dr Okafor') => vault('locked', { by_name: true, last_name });
const opened = openedBy(someone('clinician'));
const byCode = openedBy(someone('physiotherapist', { name: 'Ben Lind', by_code: true }));

function show(handlers: Handlers, props: { again?: boolean; other?: boolean } = {}) {
  const transport = fakeTransport({ vault_status: () => locked(), ...handlers });
  const onopen = vi.fn();
  renderInWindow(VaultScreen, { client: new Client(transport), ...props, onopen });
  return { transport, onopen };
}
function refuse(problem: VaultProblem): () => never {
  return () => {
    throw { code: 'vault', problem };
  };
}
const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
const focused = (element: HTMLElement) => waitFor(() => expect(document.activeElement).toBe(element));

describe('unlocking by name', () => {
  it('offers the last name, begins at the passphrase, and tells who signed in last before', async () => {
    const { transport, onopen } = show({ unlock_vault: () => opened });
    const [name, passphrase] = [await field('Name'), await field('Passphrase')];
    expect(name.value).toBe('Dr Okafor');
    await focused(passphrase);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard(`${words}{Enter}`);
    await waitFor(() => expect(onopen).toHaveBeenCalledExactlyOnceWith(opened, 'Dr Okafor'));
    expect(transport.asked('unlock_vault')).toEqual([{ name: 'Dr Okafor', passphrase: words }]);
  });

  it('reaches the name by one key, where typing replaces it, and goes on from there by Enter', async () => {
    const { transport } = show({ unlock_vault: () => opened });
    const name = await field('Name');
    await focused(await field('Passphrase'));
    await userEvent.tab({ shift: true });
    expect(document.activeElement).toBe(name);
    expect([name.selectionStart, name.selectionEnd]).toEqual([0, 'Dr Okafor'.length]);
    await userEvent.keyboard('Ben Lind{Enter}');
    await focused(await field('Passphrase'));
    await userEvent.keyboard(`${words}{Enter}`);
    await waitFor(() =>
      expect(transport.asked('unlock_vault')).toEqual([{ name: 'Ben Lind', passphrase: words }]),
    );
  });

  it('begins at an empty name for somebody else, and asks for both', async () => {
    const { transport } = show({ unlock_vault: () => opened }, { again: true, other: true });
    const name = await field('Name');
    expect(name.value).toBe('');
    await focused(name);
    expect(screen.getByText(/Who signs in now begins at the patients/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Unlock' }));
    expect(screen.getByText('Type the name under which you sign in.')).toBeTruthy();
    expect(screen.getByText('Type your own passphrase.')).toBeTruthy();
    expect(name.getAttribute('aria-invalid')).toBe('true');
    await focused(name);
    expect(transport.asked('unlock_vault')).toEqual([]);
  });

  it('tells nobody whether it was the name or the passphrase', async () => {
    show({ unlock_vault: refuse({ problem: 'wrong_passphrase' }) });
    const passphrase = await field('Passphrase');
    await userEvent.type(passphrase, 'wrong{Enter}');
    await screen.findByText(/^The name or the passphrase is not right. The vault is as it was/);
    expect(passphrase.getAttribute('aria-invalid')).toBe('true');
    expect((await field('Name')).hasAttribute('aria-invalid')).toBe(false);
    await focused(passphrase);
    await userEvent.type(await field('Name'), 'x');
    expect(screen.queryByText(/^The name or the passphrase is not right/)).toBeNull();
  });

  it('asks for a name that it did not know of, and opens by it', async () => {
    const { transport, onopen } = show({
      vault_status: () => vault('locked'),
      unlock_vault: refuse({ problem: 'name_missing' }),
    });
    await userEvent.type(await field('Passphrase'), `${words}{Enter}`);
    const name = await field('Name');
    await screen.findByText('Type the name under which you sign in.');
    await focused(name);
    transport.answer('unlock_vault', () => opened);
    await userEvent.keyboard('Dr Okafor{Enter}{Enter}');
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    expect(transport.asked('unlock_vault').at(-1)).toEqual({ name: 'Dr Okafor', passphrase: words });
  });

  it('says that somebody is not in the record that was put back', async () => {
    show({ unlock_vault: refuse({ problem: 'not_on_record' }) });
    await userEvent.type(await field('Passphrase'), `${words}{Enter}`);
    await screen.findByText(/put back to a state from before you were let in/);
    expect((await field('Passphrase')).hasAttribute('aria-invalid')).toBe(false);
  });

  it('says whose passphrase a recovery sheet replaces', async () => {
    show({});
    await userEvent.click(await screen.findByRole('button', { name: 'I forgot the passphrase' }));
    await screen.findByText(/becomes that of the owner. Anybody else .* asks the owner for another code/);
  });
});

describe('a passphrase of one’s own', () => {
  async function arrive(handlers: Handlers = {}) {
    const shown = show({ unlock_vault: () => byCode, ...handlers });
    await userEvent.type(await field('Passphrase'), `${code}{Enter}`);
    await screen.findByRole('heading', { name: 'Set a passphrase of your own' });
    return shown;
  }
  async function choose(passphrase = words) {
    await userEvent.type(await field('New passphrase'), passphrase);
    await userEvent.type(await field('New passphrase again'), `${passphrase}{Enter}`);
  }

  it('comes before the records for whoever signed in by a code, which is not asked for again', async () => {
    const { transport, onopen } = await arrive({ change_passphrase: () => ({}) });
    expect(screen.getByText('You are signed in as Ben Lind, Physiotherapist.')).toBeTruthy();
    expect(screen.queryByLabelText('Code that you were given')).toBeNull();
    expect(onopen).not.toHaveBeenCalled();
    await focused(await field('New passphrase'));
    expect(await violations()).toEqual([]);
    const own = openedBy(someone('physiotherapist', { name: 'Ben Lind' }));
    transport.answer('vault_status', () => own);
    await choose();
    await waitFor(() => expect(onopen).toHaveBeenCalledExactlyOnceWith(own, 'Dr Okafor'));
    expect(transport.asked('change_passphrase')).toEqual([{ current: code, passphrase: words }]);
  });

  it('is asked for with the code where the window begins with a vault that was opened so', async () => {
    const { transport, onopen } = show({ vault_status: () => byCode, change_passphrase: () => ({}) });
    const typed = await field('Code that you were given');
    await focused(typed);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Set the passphrase and go on' }));
    expect(screen.getByText('Type the code by which you signed in.')).toBeTruthy();
    transport.answer('change_passphrase', refuse({ problem: 'wrong_passphrase' }));
    await userEvent.type(typed, 'QK4TZ');
    await choose();
    await screen.findByText(/^That is not the code by which you signed in/);
    await focused(typed);
    transport.answer('change_passphrase', () => ({}));
    await userEvent.clear(typed);
    await userEvent.type(typed, code);
    transport.answer('vault_status', () => opened);
    await userEvent.click(screen.getByRole('button', { name: 'Set the passphrase and go on' }));
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    expect(transport.asked('change_passphrase').at(-1)).toEqual({ current: code, passphrase: words });
  });

  it.each([
    [{ problem: 'code_again' }, 'Choose a passphrase of your own; the code cannot stay.'],
    [
      { problem: 'too_weak', characters: 2, words: 1, repetitive: false },
      'Use 2 more characters, or 1 more different word.',
    ],
  ] as [VaultProblem, string][])('tells at the new one that it can not stay: %j', async (problem, said) => {
    const { onopen } = await arrive({ change_passphrase: refuse(problem) });
    await choose();
    await screen.findByText(said);
    const fresh = await field('New passphrase');
    expect(fresh.getAttribute('aria-invalid')).toBe('true');
    await focused(fresh);
    expect(onopen).not.toHaveBeenCalled();
  });

  it('asks for the code and says how long to wait after several wrong ones', async () => {
    await arrive({ change_passphrase: refuse({ problem: 'wait', seconds: 4 }) });
    await choose();
    await screen.findByText(/in 4 seconds/);
    await focused(await field('Code that you were given'));
  });

  it('is left by locking, and ends with a lock by the core', async () => {
    const { transport, onopen } = await arrive({ lock_vault: () => locked('Ben Lind') });
    transport.answer('vault_status', () => locked('Ben Lind'));
    await userEvent.click(screen.getByRole('button', { name: 'Lock instead' }));
    const name = await field('Name');
    expect(name.value).toBe('Ben Lind');
    expect(transport.asked('lock_vault')).toHaveLength(1);
    await userEvent.type(await field('Passphrase'), `${code}{Enter}`);
    await screen.findByRole('heading', { name: 'Set a passphrase of your own' });
    transport.lock();
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(onopen).not.toHaveBeenCalled();
  });

  it('says why it was not set, and keeps what is typed', async () => {
    await arrive({
      change_passphrase: () => {
        throw { code: 'disk_full' };
      },
    });
    await choose();
    await screen.findByText(/The disk is full/);
    expect((await field('New passphrase')).value).toBe(words);
  });
});
