import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { VaultProblem } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { vault } from '../../test/people';
import VaultScreen from './VaultScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

const words = 'lantern copper violin marsh';
const place = '/home/clinic/Lamina/clinic.lamina';
const absent = () => vault('absent', { place });
const locked = () => vault('locked', { place });
const opened = () => vault('open', { place });

function show(handlers: Handlers, again = false) {
  const transport = fakeTransport(handlers);
  const onopen = vi.fn();
  renderInWindow(VaultScreen, { client: new Client(transport), again, onopen });
  return { transport, onopen };
}
function refuse(problem: VaultProblem): () => never {
  return () => {
    throw { code: 'vault', problem };
  };
}
async function fill(passphrase: string, second = passphrase) {
  await userEvent.type(await screen.findByLabelText('Passphrase'), passphrase);
  await userEvent.type(screen.getByLabelText('Passphrase again'), second);
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have a safe place for the passphrase' }));
  await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
}

afterEach(() => vi.useRealTimers());

describe('first start', () => {
  it('explains the vault, says where it will be, and is accessible', async () => {
    show({ vault_status: absent });
    await screen.findByRole('heading', { name: 'Create your vault' });
    expect(screen.getByText(/one encrypted file.*Only the passphrase.*Press Ctrl\+L to lock/)).toBeTruthy();
    expect(screen.getByText(place)).toBeTruthy();
    expect(screen.getByText('Where the vault will be kept')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Passphrase')));
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['lantern', 'Not yet enough 8 more characters will do.'],
    ['a b c d e', 'Not yet enough 1 more word will do.'],
    ['a'.repeat(20), 'Not yet enough Too much of the same: use at least five different characters.'],
    [
      'password password',
      'Not yet enough 13 more characters will do. Common words, repeats and runs of keys do not count.',
    ],
    ['lantern copper violin', 'Good'],
    [words, 'Strong'],
  ])('says while typing how %j measures and which way is nearer', async (typed, said) => {
    show({ vault_status: absent });
    await userEvent.type(await screen.findByLabelText('Passphrase'), typed);
    expect(screen.getByText('Strength:').parentElement?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      `Strength: ${said}`,
    );
  });

  it('makes nothing with a weak passphrase, two that differ, or no safe place', async () => {
    const { transport, onopen } = show({ vault_status: absent, create_vault: opened });
    await fill('short');
    expect(screen.getByText('Use 10 more characters, or 5 more different words.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
    await userEvent.clear(screen.getByLabelText('Passphrase'));
    await userEvent.type(screen.getByLabelText('Passphrase'), words);
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(screen.getByText(/The two passphrases differ/)).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Passphrase again'));
    await userEvent.type(screen.getByLabelText('Passphrase again'), words);
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(screen.getByText('Confirm that the passphrase has a safe place.')).toBeTruthy();
    expect(transport.asked('create_vault')).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox'));
    transport.answer('vault_status', opened);
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Later' }));
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    expect(transport.asked('create_vault')).toEqual([{ passphrase: words }]);
  });

  it('shows at the field what the core finds too weak', async () => {
    show({
      vault_status: absent,
      create_vault: refuse({ problem: 'too_weak', characters: 2, words: 1, repetitive: false }),
    });
    await fill(words);
    await screen.findByText('Use 2 more characters, or 1 more different word.');
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
    await userEvent.keyboard('x');
    expect(screen.queryByText(/Use 2 more/)).toBeNull();
  });

  it('keeps what is typed when the folder cannot be written or the disk is full', async () => {
    const { transport } = show({ vault_status: absent, create_vault: refuse({ problem: 'read_only' }) });
    await fill(words);
    await screen.findByText(/The folder of the vault cannot be written/);
    expect((screen.getByLabelText('Passphrase') as HTMLInputElement).value).toBe(words);
    transport.answer('create_vault', () => {
      throw { code: 'disk_full' };
    });
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    await screen.findByText(/The disk is full/);
  });

  it('leads to a vault that is there already', async () => {
    const { transport } = show({ vault_status: absent, create_vault: refuse({ problem: 'already_exists' }) });
    await fill(words);
    await screen.findByText(/There already is a vault/);
    transport.answer('vault_status', locked);
    await userEvent.click(screen.getByRole('button', { name: 'Open that vault' }));
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
  });
});

describe('unlocking', () => {
  it('tells a wrong passphrase at the field and opens with the right one', async () => {
    const { transport, onopen } = show({
      vault_status: locked,
      unlock_vault: refuse({ problem: 'wrong_passphrase' }),
    });
    const field = await screen.findByLabelText('Passphrase');
    expect(screen.getByText(place)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field));
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Type the passphrase of this vault.')).toBeTruthy();
    await userEvent.type(field, 'wrong{Enter}');
    await screen.findByText(/does not open this vault/);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(await violations()).toEqual([]);
    transport.answer('unlock_vault', opened);
    await userEvent.clear(field);
    await userEvent.type(field, `${words}{Enter}`);
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    expect(transport.asked('unlock_vault')).toEqual([
      { name: '', passphrase: 'wrong' },
      { name: '', passphrase: words },
    ]);
  });

  it('says that everything is kept when it was open before', async () => {
    show({ vault_status: locked }, true);
    await screen.findByText(/What you typed is kept. Unlocking takes you back to where you were/);
  });

  it('counts down after several wrong passphrases and then lets one try', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] });
    const user = userEvent.setup();
    const { transport } = show({
      vault_status: locked,
      unlock_vault: refuse({ problem: 'wait', seconds: 3 }),
    });
    const field = await screen.findByLabelText('Passphrase');
    await user.type(field, 'wrong{Enter}');
    await screen.findByText(/Several wrong passphrases.*in 3 seconds/);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Unlock' });
    expect(button.disabled).toBe(true);
    await user.type(field, '{Enter}');
    expect(transport.asked('unlock_vault')).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    await screen.findByText('1 second left');
    expect(await violations()).toEqual([]);
    vi.advanceTimersByTime(1000);
    await waitFor(() => expect(button.disabled).toBe(false));
    expect(screen.queryByText(/Several wrong passphrases/)).toBeNull();
    transport.answer('unlock_vault', opened);
    await user.type(field, '{Enter}');
    await waitFor(() => expect(transport.asked('unlock_vault')).toHaveLength(2));
  });

  it.each([
    [{ problem: 'in_use' }, /another copy of Lamina/],
    [{ problem: 'second_name' }, /second name/],
    [{ problem: 'damaged' }, /damaged or cut short/],
    [{ problem: 'foreign' }, /is not a vault/],
    [{ problem: 'key_file_missing' }, /key file that belongs beside/],
  ] as [VaultProblem, RegExp][])('says what is wrong with the vault: %j', async (problem, said) => {
    show({ vault_status: locked, unlock_vault: refuse(problem) });
    await userEvent.type(await screen.findByLabelText('Passphrase'), `${words}{Enter}`);
    await screen.findByText(said);
    expect(screen.getByLabelText('Passphrase').hasAttribute('aria-invalid')).toBe(false);
  });

  it('offers to look again where the vault cannot be looked at', async () => {
    const { transport } = show({
      vault_status: () => {
        throw { code: 'newer_schema' };
      },
    });
    await screen.findByText(/newer version of Lamina/);
    transport.answer('vault_status', locked);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
  });
});

describe('restoring from a backup', () => {
  it.each([absent, locked])(
    'is offered before a vault is open, and leads back to unlocking',
    async (state) => {
      const { transport } = show({
        vault_status: state,
        list_backups: () => [{ backup: 'x', place: '/media/stick/c', at: '29 Nov 2026, 18:30', patients: 6 }],
        look_into_backup: () => ({
          at: '29 Nov 2026, 18:30',
          patients: 6,
          versions: 210,
          newest: null,
          in_place: 'nothing',
          newest_in_place: null,
        }),
        restore_backup: () => ({ kept: null }),
      });
      await userEvent.click(await screen.findByRole('button', { name: 'Restore from a backup' }));
      await userEvent.type(await screen.findByLabelText('Passphrase or recovery key of the backup'), words);
      await userEvent.click(screen.getByRole('button', { name: 'Check this backup' }));
      transport.answer('vault_status', locked);
      await userEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
      await screen.findByRole('heading', { name: 'Unlock Lamina' });
      expect(screen.getByText(/Restored. Unlock it with the passphrase of the backup/)).toBeTruthy();
    },
  );
});
