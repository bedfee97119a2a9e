import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { RecoveryView, VaultProblem } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { vault } from '../../test/people';
import { renderInWindow } from '../../test/renderInWindow';
import VaultScreen from '../vault/VaultScreen.svelte';
import RecoveryLine from './RecoveryLine.svelte';
import RecoverySettings from './RecoverySettings.svelte';

const words = 'lantern copper violin marsh';
const other = 'north lamp eight meadow kettle';
const place = '/home/clinic/clinic.vault';
const groups = ['006HD', 'M9SMQ', '8575C', 'PT3NN', 'GA7SD', 'SADP1', 'RF8DK', 'VTQQ2'];
const made = '30 Nov 2026, 12:40';
const view: RecoveryView = { made, older: null, only_reads: false };
const none: RecoveryView = { made: null, older: null, only_reads: false };

function refuse(problem: VaultProblem): () => never {
  return () => {
    throw { code: 'vault', problem };
  };
}
const make: Handlers = {
  make_recovery: () => ({ sheet: 's1', made, groups }),
  keep_recovery: () => ({ value: view, changes: ['recovery'] }),
  forget_recovery: () => ({}),
  view_letter: () => ({}),
  save_letter: () => ({ folder: '/home/clinic/letters', name: 'Recovery sheet.pdf' }),
};

describe('the first start', () => {
  function show(handlers: Handlers = {}) {
    const transport = fakeTransport({
      vault_status: () => vault('absent', { place }),
      create_vault: () => vault('open', { place }),
      ...make,
      ...handlers,
    });
    const onopen = vi.fn();
    renderInWindow(VaultScreen, { client: new Client(transport), onopen });
    return { transport, onopen };
  }
  async function create() {
    await userEvent.type(await screen.findByLabelText('Passphrase'), words);
    await userEvent.type(screen.getByLabelText('Passphrase again'), words);
    await userEvent.click(screen.getByRole('checkbox', { name: 'I have a safe place for the passphrase' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create vault' }));
    await screen.findByRole('heading', { name: 'Print this recovery key, or write it down' });
  }

  it('offers the sheet without asking for the passphrase again, and opens once the key was typed from the paper', async () => {
    const { transport, onopen } = show();
    await create();
    expect(transport.asked('make_recovery')).toEqual([{ passphrase: words }]);
    const key = screen.getByRole('list', { name: 'Recovery key' });
    expect(
      within(key)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(groups);
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Print the sheet' }));
    await screen.findByText(/handed to the viewer/);
    expect(transport.asked('view_letter')).toEqual([{ letter: 's1' }]);
    await userEvent.click(screen.getByRole('button', { name: 'I have it on paper' }));
    const field = await screen.findByLabelText('Recovery key');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.queryByText(groups[0] ?? '')).toBeNull();
    expect(await violations()).toEqual([]);
    transport.answer('vault_status', () => vault('open', { place }));
    await userEvent.type(field, `${groups.join(' ')}{Enter}`);
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    expect(transport.asked('keep_recovery')).toEqual([{ typed: groups.join(' ') }]);
    expect(transport.asked('forget_recovery')).toEqual([]);
  });

  it('names the groups that were mistyped at the field, and shows the key again', async () => {
    const { transport, onopen } = show({ keep_recovery: refuse({ problem: 'mistyped', groups: [3, 7] }) });
    await create();
    await userEvent.click(screen.getByRole('button', { name: 'I have it on paper' }));
    const field = await screen.findByLabelText('Recovery key');
    await userEvent.type(field, '{Enter}');
    await screen.findByText('Type the recovery key of the sheet.');
    expect(transport.asked('keep_recovery')).toEqual([]);
    await userEvent.type(field, 'abc{Enter}');
    await screen.findByText('Groups 3, 7 are mistyped. Compare them with the sheet.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(field));
    transport.answer('keep_recovery', refuse({ problem: 'mistyped', groups: [3] }));
    await userEvent.type(field, '{Enter}');
    await screen.findByText('Group 3 is mistyped. Compare it with the sheet.');
    transport.answer('keep_recovery', refuse({ problem: 'another_recovery_key' }));
    await userEvent.type(field, '{Enter}');
    await screen.findByText(/another sheet. Type the one that was just shown/);
    await userEvent.click(screen.getByRole('button', { name: 'Show the key again' }));
    await screen.findByText(groups[7] ?? '');
    expect(onopen).not.toHaveBeenCalled();
  });

  it('says where a sheet was saved and that the file has to go', async () => {
    show();
    await create();
    await userEvent.click(screen.getByRole('button', { name: 'Save the sheet as a file' }));
    await screen.findByText(/Saved as Recovery sheet.pdf in .*letters. Print it and delete the file/);
  });

  it('opens without a sheet and forgets the key that was shown', async () => {
    const { transport, onopen } = show();
    await create();
    transport.answer('vault_status', () => vault('open', { place }));
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
    await waitFor(() => expect(transport.asked('keep_recovery')).toEqual([]));
  });

  it('goes back to unlocking where the vault was locked meanwhile', async () => {
    const { transport, onopen } = show({
      keep_recovery: () => {
        throw { code: 'locked' };
      },
    });
    await create();
    await userEvent.click(screen.getByRole('button', { name: 'I have it on paper' }));
    transport.answer('vault_status', () => vault('locked', { place }));
    await userEvent.type(await screen.findByLabelText('Recovery key'), `${groups.join('')}{Enter}`);
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(onopen).not.toHaveBeenCalled();
  });
});

describe('a forgotten passphrase', () => {
  async function show(handlers: Handlers) {
    const transport = fakeTransport({
      vault_status: () => vault('locked', { place }),
      ...make,
      ...handlers,
    });
    const onopen = vi.fn();
    renderInWindow(VaultScreen, { client: new Client(transport), onopen });
    await userEvent.click(await screen.findByRole('button', { name: 'I forgot the passphrase' }));
    await screen.findByRole('heading', { name: 'Open the vault with the recovery sheet' });
    return { transport, onopen };
  }

  it('is replaced by the recovery key and a new one, and a new sheet is offered', async () => {
    const { transport, onopen } = await show({
      try_recovery: () => ({}),
      recover_vault: () => vault('open', { place }),
    });
    const field = screen.getByLabelText('Recovery key of the sheet');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(await violations()).toEqual([]);
    await userEvent.type(field, `${groups.join('-')}{Enter}`);
    await screen.findByText('The recovery key opens this vault. Set a new passphrase.');
    await userEvent.type(screen.getByLabelText('New passphrase'), other);
    await userEvent.type(screen.getByLabelText('New passphrase again'), `${other}x{Enter}`);
    await screen.findByText(/The two passphrases differ/);
    expect(transport.asked('recover_vault')).toEqual([]);
    await userEvent.type(screen.getByLabelText('New passphrase again'), '{Backspace}{Enter}');
    await screen.findByText('Make a new sheet now: the old one was used.');
    expect(transport.asked('recover_vault')).toEqual([{ typed: groups.join('-'), passphrase: other }]);
    expect(transport.asked('make_recovery')).toEqual([{ passphrase: other }]);
    transport.answer('vault_status', () => vault('open', { place }));
    await userEvent.click(await screen.findByRole('button', { name: 'Later' }));
    await waitFor(() => expect(onopen).toHaveBeenCalledOnce());
  });

  it.each([
    [{ problem: 'wrong_recovery_key' }, /Look for the sheet with the latest date/],
    [{ problem: 'no_recovery_key' }, /This vault has no recovery key/],
    [{ problem: 'mistyped', groups: [1] }, /Group 1 is mistyped/],
    [{ problem: 'recovery_length', signs: 39 }, /40 letters and digits; 39 are typed/],
  ] as [VaultProblem, RegExp][])(
    'says at the field what is wrong with the key: %j',
    async (problem, said) => {
      const { transport } = await show({ try_recovery: refuse(problem) });
      const field = screen.getByLabelText('Recovery key of the sheet');
      await userEvent.type(field, 'x{Enter}');
      await screen.findByText(said);
      await waitFor(() => expect(document.activeElement).toBe(field));
      expect(transport.asked('recover_vault')).toEqual([]);
    },
  );

  it('says above what is wrong with the key file, and leads back', async () => {
    await show({ try_recovery: refuse({ problem: 'damaged' }) });
    await userEvent.type(screen.getByLabelText('Recovery key of the sheet'), 'x{Enter}');
    await screen.findByText(/damaged or cut short/);
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
  });
});

describe('the settings', () => {
  function show(answer: RecoveryView, handlers: Handlers = {}) {
    const transport = fakeTransport({ recovery_view: () => answer, ...make, ...handlers });
    renderInWindow(RecoverySettings, { client: new Client(transport) });
    return transport;
  }

  it('ask for the passphrase before a sheet is made, and tell a wrong one at its field', async () => {
    const transport = show(none, { make_recovery: refuse({ problem: 'wrong_passphrase' }) });
    await screen.findByText('There is no recovery sheet for this vault.');
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Make a recovery sheet' }));
    const field = await screen.findByLabelText('Passphrase of this vault');
    await userEvent.type(field, 'wrong{Enter}');
    await screen.findByText(/does not open this vault/);
    transport.answer('make_recovery', () => ({ sheet: 's1', made, groups }));
    transport.answer('recovery_view', () => view);
    await userEvent.clear(field);
    await userEvent.type(field, `${words}{Enter}`);
    await userEvent.click(await screen.findByRole('button', { name: 'I have it on paper' }));
    await userEvent.type(await screen.findByLabelText('Recovery key'), `${groups.join('')}{Enter}`);
    await screen.findByText(`The recovery sheet of ${made} counts from now on.`);
    await screen.findByText(`The sheet of ${made} opens this vault. Earlier ones do not.`);
  });

  it('remove the recovery key only with the passphrase', async () => {
    const transport = show(view, { remove_recovery: () => ({ value: none, changes: ['recovery'] }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the recovery key' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove the recovery key?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove the recovery key' }));
    await screen.findByText('Type the passphrase of this vault.');
    expect(transport.asked('remove_recovery')).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('Passphrase of this vault'), words);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove the recovery key' }));
    await screen.findByText('There is no recovery sheet for this vault.');
    expect(transport.asked('remove_recovery')).toEqual([{ passphrase: words }]);
  });

  it('change the passphrase, and tell at its field which one is not right', async () => {
    const transport = show(view, { change_passphrase: refuse({ problem: 'wrong_passphrase' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Change the passphrase' }));
    const current = await screen.findByLabelText('Passphrase until now');
    await waitFor(() => expect(document.activeElement).toBe(current));
    expect(await violations()).toEqual([]);
    await userEvent.type(current, 'wrong');
    await userEvent.type(screen.getByLabelText('New passphrase'), other);
    await userEvent.type(screen.getByLabelText('New passphrase again'), `${other}{Enter}`);
    await screen.findByText(/does not open this vault/);
    expect((screen.getByLabelText('New passphrase') as HTMLInputElement).value).toBe(other);
    transport.answer('change_passphrase', () => ({}));
    await userEvent.clear(current);
    await userEvent.type(current, words);
    await userEvent.click(screen.getByRole('button', { name: 'Change the passphrase' }));
    await screen.findByText('The passphrase was changed. The recovery sheet stays as it is.');
    expect(transport.asked('change_passphrase').at(-1)).toEqual({ current: words, passphrase: other });
  });

  it('show at the new passphrase what the core finds too weak until it changes', async () => {
    show(view, {
      change_passphrase: refuse({ problem: 'too_weak', characters: 2, words: 1, repetitive: false }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Change the passphrase' }));
    await userEvent.type(await screen.findByLabelText('Passphrase until now'), words);
    await userEvent.type(screen.getByLabelText('New passphrase'), other);
    await userEvent.type(screen.getByLabelText('New passphrase again'), `${other}{Enter}`);
    await screen.findByText('Use 2 more characters, or 1 more different word.');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('New passphrase')));
    await userEvent.keyboard('x');
    expect(screen.queryByText(/Use 2 more/)).toBeNull();
  });

  it.each([
    ['vault' as const, /an earlier copy was put in its place/],
    ['key_file' as const, /An earlier copy of the key file was put in place/],
  ])('tell what was put back by hand: %s', async (older, said) => {
    show({ ...view, older });
    await screen.findByText(said);
  });
});

describe('the line on the first screen', () => {
  it('asks for a sheet until there is one', async () => {
    const transport = fakeTransport({ recovery_view: () => none });
    renderInWindow(RecoveryLine, { client: new Client(transport) });
    await screen.findByText(
      /No recovery sheet was made. If the passphrase is forgotten, all records are lost/,
    );
    expect(screen.getByRole('link', { name: 'Make one in the settings' })).toBeTruthy();
  });

  it.each([
    [{ only_reads: true, made: null }, /its disk is full or read-only. Records can be read/],
    [{ older: 'vault' as const }, /an earlier copy was put in its place/],
  ])('says what is odd about the files: %j', async (change, said) => {
    const transport = fakeTransport({ recovery_view: () => ({ ...view, ...change }) });
    renderInWindow(RecoveryLine, { client: new Client(transport) });
    await screen.findByText(said);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says nothing where there is one', async () => {
    const transport = fakeTransport({ recovery_view: () => view });
    renderInWindow(RecoveryLine, { client: new Client(transport) });
    await waitFor(() => expect(transport.asked('recovery_view')).toHaveLength(1));
    expect(screen.queryByRole('link')).toBeNull();
  });
});
