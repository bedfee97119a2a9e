import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { BackupLook, BackupView, FoundBackup } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { renderInWindow } from '../../test/renderInWindow';
import BackupLine from './BackupLine.svelte';
import BackupSettings from './BackupSettings.svelte';
import RestoreBackup from '../vault/RestoreBackup.svelte';

const made = {
  at: '29 Nov 2026, 18:30',
  place: '/home/clinic/backups/clinic-20261129-183000.lamina-backup',
  bytes: 350_000,
  patients: 6,
  is_old: false,
};
const view: BackupView = {
  on: true,
  chosen: 'a',
  folders: [
    { folder: 'a', place: '/home/clinic/backups', removable: false, present: true },
    { folder: 'b', place: '/media/anna/STICK/Lamina backups', removable: true, present: true },
    { folder: 'c', place: '/media/anna/OTHER/Lamina backups', removable: true, present: false },
  ],
  last: made,
  last_elsewhere: null,
  failed: null,
  is_due: false,
};

describe('the settings of backups', () => {
  function show(answer: BackupView, handlers: Handlers = {}) {
    const transport = fakeTransport({ backup_view: () => answer, ...handlers });
    renderInWindow(BackupSettings, { client: new Client(transport) });
    return transport;
  }

  it('says when the last one was made, where and how large, and is accessible', async () => {
    show(view);
    await screen.findByText(/Last backup 29 Nov 2026, 18:30: 6 patients, 342 KB, read back and whole/);
    expect(screen.getByText(made.place)).toBeTruthy();
    expect(screen.getByText('No backup lies on another drive.')).toBeTruthy();
    expect(
      screen.getByRole('radio', { name: '/media/anna/OTHER/Lamina backups (not there now)' }),
    ).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says why the last one was not made and what to do', async () => {
    const failed = {
      at: '30 Nov 2026, 08:00',
      place: '/media/anna/STICK/Lamina backups',
      why: 'no_folder' as const,
    };
    show({ ...view, last: null, failed });
    await screen.findByText(
      /The backup of 30 Nov 2026, 08:00 was not made.*STICK.* is not there. Connect the drive/,
    );
    expect(screen.getByText('No backup has been made yet.')).toBeTruthy();
  });

  it('sends the token of a folder that was offered, and never a place', async () => {
    const transport = show(view, {
      set_backup: ({ on, folder }) => ({ value: { ...view, on, chosen: folder }, changes: ['backup'] }),
    });
    await userEvent.click(await screen.findByRole('radio', { name: '/media/anna/STICK/Lamina backups' }));
    await waitFor(() => expect(transport.asked('set_backup')).toEqual([{ on: true, folder: 'b' }]));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Back up by itself' }));
    await waitFor(() => expect(transport.asked('set_backup')).toHaveLength(2));
    expect(transport.asked('set_backup')[1]?.on).toBe(false);
  });

  it('makes one now and says what came of it', async () => {
    const transport = show(
      { ...view, last: null, is_due: true },
      { back_up_now: () => ({ value: view, changes: ['backup'] }) },
    );
    await screen.findByText('No backup has been made yet.');
    transport.answer('backup_view', () => view);
    await userEvent.click(screen.getByRole('button', { name: 'Back up now' }));
    // Seen where the last one stands, and heard by those who do not see it appear.
    await waitFor(() => expect(screen.getAllByText(/Last backup 29 Nov 2026/)).toHaveLength(2));
    expect(screen.getByRole('status').textContent).toMatch(/Last backup 29 Nov 2026/);
  });
});

describe('the line on the first screen', () => {
  function show(answer: BackupView) {
    renderInWindow(BackupLine, { client: new Client(fakeTransport({ backup_view: () => answer })) });
  }

  it.each([
    [{ last: null, is_due: true }, /No backup of this vault has been made yet/],
    [{ last: { ...made, is_old: true } }, /older than two days: 29 Nov 2026, 18:30/],
    [{}, /No backup lies on another drive/],
  ])('warns quietly: %j', async (change, said) => {
    show({ ...view, ...change });
    await screen.findByText(said);
    expect(screen.getByRole('link', { name: 'Backup settings' })).toBeTruthy();
  });

  it('says nothing where nothing was recorded yet or a new one lies on another drive', async () => {
    const transport = fakeTransport({ backup_view: () => ({ ...view, last_elsewhere: made }) });
    renderInWindow(BackupLine, { client: new Client(transport) });
    await waitFor(() => expect(transport.asked('backup_view')).toHaveLength(1));
    expect(screen.queryByRole('link')).toBeNull();
    const empty = fakeTransport({ backup_view: () => ({ ...view, last: null }) });
    renderInWindow(BackupLine, { client: new Client(empty) });
    await waitFor(() => expect(empty.asked('backup_view')).toHaveLength(1));
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('restoring', () => {
  const found: FoundBackup[] = [
    { backup: 'x', place: '/media/anna/STICK/c.lamina-backup', at: '29 Nov 2026, 18:30', patients: 6 },
  ];
  const look: BackupLook = {
    at: '29 Nov 2026, 18:30',
    patients: 6,
    versions: 210,
    newest: '29 Nov 2026, 17:58',
    in_place: 'newer',
    newest_in_place: '30 Nov 2026, 09:12',
  };

  function show(handlers: Handlers) {
    const transport = fakeTransport({ list_backups: () => found, ...handlers });
    const [onback, onrestored] = [vi.fn(), vi.fn()];
    renderInWindow(RestoreBackup, { client: new Client(transport), onback, onrestored });
    return { transport, onback, onrestored };
  }
  async function check() {
    await userEvent.type(
      await screen.findByLabelText('Passphrase or recovery key of the backup'),
      'six quiet words',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Check this backup' }));
  }

  it('shows what is in it and what is newer in its place, and asks before it replaces that', async () => {
    const { transport, onrestored } = show({
      look_into_backup: () => look,
      restore_backup: () => ({ kept: '/home/clinic/clinic.vault.kept-20261130-101500' }),
    });
    await check();
    await screen.findByText(/Whole. Made 29 Nov 2026, 18:30, with 6 patients and 210 entries and changes/);
    expect(screen.getByText(/holds something newer, last recorded 30 Nov 2026, 09:12/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Restore it and keep the old vault aside' }));
    expect(transport.asked('restore_backup')).toEqual([]);
    const dialog = await screen.findByRole('dialog', { name: 'Put this backup in place of the vault?' });
    const inside = [...dialog.querySelectorAll('button')];
    const go = inside.find((one) => one.textContent?.includes('Restore it and keep'));
    if (go) await userEvent.click(go);
    await waitFor(() =>
      expect(onrestored).toHaveBeenCalledWith('/home/clinic/clinic.vault.kept-20261130-101500'),
    );
    expect(transport.asked('restore_backup')).toEqual([
      { backup: 'x', passphrase: 'six quiet words', replace: true },
    ]);
  });

  it('restores to an empty place without asking', async () => {
    const { transport, onrestored } = show({
      look_into_backup: () => ({ ...look, in_place: 'nothing', newest_in_place: null }),
      restore_backup: () => ({ kept: null }),
    });
    await check();
    await userEvent.click(await screen.findByRole('button', { name: 'Restore it' }));
    await waitFor(() => expect(onrestored).toHaveBeenCalledWith(null));
    expect(transport.asked('restore_backup')[0]?.replace).toBe(false);
  });

  it.each([
    ['wrong_passphrase' as const, /That passphrase does not open/],
    ['backup_damaged' as const, /This backup is damaged or was altered. Nothing was restored/],
  ])('says what is wrong and restores nothing: %s', async (problem, said) => {
    show({
      look_into_backup: () => {
        throw { code: 'vault', problem: { problem } };
      },
    });
    await check();
    await screen.findByText(said);
    expect(screen.queryByRole('button', { name: /^Restore it/ })).toBeNull();
  });

  it('says where it looked when nothing was found, and looks again', async () => {
    const { transport } = show({ list_backups: () => [] });
    await screen.findByText(/No backup was found/);
    transport.answer('list_backups', () => found);
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await screen.findByLabelText('Passphrase or recovery key of the backup');
  });
});
