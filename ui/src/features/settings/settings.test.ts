import { usual } from '../../preferences.svelte';
import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { FormDraft, Settings } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { alone, member } from '../../test/people';
import SettingsScreen from './SettingsScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

const settings: Settings = {
  clinic_name: 'Hill Pain Clinic',
  clinic_lines: ['1 Hill Road', 'Telephone 1234'],
  author_name: 'Dr A. Author',
  author_role: 'Consultant',
  author_registration: 'GMC 1234567',
  author_contact: '',
  patients_call: '',
  emergency_call: '',
  paper: 'a4',
  opioid_table: 'us-cdc-2022',
  payer_limit: false,
  date_order: 'day_first',
  preferred_term: 'psps',
  idle_minutes: 5,
};
const recovery_view: NonNullable<Handlers['recovery_view']> = () => ({
  made: null,
  older: null,
  only_reads: false,
});
const backup_view: NonNullable<Handlers['backup_view']> = () => ({
  on: true,
  chosen: 'beside',
  folders: [{ folder: 'beside', place: '/home/clinic/backups', removable: false, present: true }],
  last: null,
  last_elsewhere: null,
  failed: null,
  is_due: true,
});
const ready: Handlers = {
  get_settings: () => settings,
  save_settings: (value) => ({ value, changes: ['settings'] }),
  save_preferences: () => ({}),
  list_form_drafts: () => [],
  save_form_draft: () => ({}),
  discard_draft: () => ({}),
  last_settings: () => null,
  list_opioid_tables: () => [
    {
      table: 'us-cdc-2022',
      name: 'CDC 2022 table',
      jurisdiction: 'US',
      version: 1,
      unit: 'MME',
      source: 'CDC guideline 2022',
    },
    {
      table: 'uk',
      name: 'UK 2025 table',
      jurisdiction: 'UK',
      version: 1,
      unit: 'mg oral morphine equivalent',
      source: 'UK source',
    },
  ],
  backup_view,
  recovery_view,
  staff: () => alone,
  remove_sample: () => ({ value: {}, changes: ['patients'] }),
};

function show(handlers: Handlers = ready) {
  const transport = fakeTransport(handlers);
  const { unmount } = renderInWindow(SettingsScreen, { client: new Client(transport) });
  return { transport, unmount };
}

describe('settings', () => {
  it('shows what is set and is accessible', async () => {
    show();
    const lines = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Address and contact' });
    expect(lines.value).toBe('1 Hill Road\nTelephone 1234');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Lock after' }).value).toBe('5');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'A4' }).checked).toBe(true);
    expect(await violations()).toEqual([]);
  });

  it('leads to the rules', async () => {
    show();
    const link = await screen.findByRole('link', { name: 'Open the rules' });
    expect(link.getAttribute('href')).toBe('#/settings/rules');
  });

  it('leads to what Lamina is made of', async () => {
    show();
    const link = await screen.findByRole('link', { name: 'Open About Lamina' });
    expect(link.getAttribute('href')).toBe('#/settings/about');
  });

  it('saves what is typed by Ctrl+S and says when', async () => {
    const { transport, unmount } = show();
    const lines = await screen.findByRole('textbox', { name: 'Address and contact' });
    await userEvent.clear(lines);
    await userEvent.type(lines, 'One{Enter}{Enter}Two');
    expect(screen.getByText('Not saved yet: Address and contact.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'US Letter' }));
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText(/^Saved \d\d:\d\d$/);
    expect(transport.asked('save_settings')).toEqual([
      { ...settings, clinic_lines: ['One', 'Two'], paper: 'us_letter' },
    ]);
    unmount();
    expect(transport.asked('save_settings')).toHaveLength(1);
  });

  it('trap 23: chooses the table for the opioid load with its version and source in sight', async () => {
    const { transport } = show();
    const uk = await screen.findByRole<HTMLInputElement>('radio', { name: 'UK 2025 table (UK)' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'CDC 2022 table (US)' }).checked).toBe(true);
    expect(screen.getByText('Version 1, totals in MME a day. Source: CDC guideline 2022')).toBeTruthy();
    await userEvent.click(uk);
    expect(
      screen.getByText(/^Version 1, totals in mg oral morphine equivalent a day. Source: UK source$/),
    ).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText(/^Saved \d\d:\d\d$/);
    expect(transport.asked('save_settings').at(-1)).toMatchObject({ opioid_table: 'uk' });
  });

  it('says what the order of a date means and saves it', async () => {
    const { transport } = show();
    const day = await screen.findByRole<HTMLInputElement>('radio', { name: 'Day first' });
    expect(day.checked).toBe(true);
    expect(
      screen.getByRole('radiogroup', {
        name: 'Order of a date in numbers',
        description: /5 March with the month first/,
      }),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Month first' }));
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText(/^Saved \d\d:\d\d$/);
    expect(transport.asked('save_settings').at(-1)).toMatchObject({ date_order: 'month_first' });
  });

  it.each(['0', '31', 'five', '7.5', ''])('does not lock after %j minutes', async (typed) => {
    const { transport } = show();
    const idle = await screen.findByRole('textbox', { name: 'Lock after' });
    await userEvent.clear(idle);
    if (typed) await userEvent.type(idle, typed);
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    await screen.findByText('Type whole minutes from 1 to 30.');
    expect(document.activeElement).toBe(idle);
    expect(transport.asked('save_settings')).toEqual([]);
  });

  it('shows at the field what the core refuses, and keeps the text', async () => {
    show({
      ...ready,
      save_settings: () => {
        throw {
          code: 'invalid',
          issues: [{ path: 'clinic_name', problem: { code: 'too_long', limit: 200 } }],
        };
      },
    });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Clinic name' }), 'x');
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'Clinic name' }).getAttribute('aria-invalid')).toBe('true');
    });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Clinic name' }).value).toBe(
      'Hill Pain Clinicx',
    );
  });

  it('wears a theme at once and keeps the choice beside the vault', async () => {
    const { transport } = show();
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await userEvent.click(screen.getByRole('radio', { name: 'As the system' }));
    expect(document.documentElement.dataset.theme).toBe('light');
    expect(transport.asked('save_preferences')).toEqual([{ ...usual, theme: 'dark' }, usual]);
  });

  it('removes the sample clinic after asking once', async () => {
    const { transport } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Remove sample clinic' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove the sample clinic?' });
    expect(transport.asked('remove_sample')).toEqual([]);
    await userEvent.click(dialog.querySelector('.danger') as HTMLElement);
    await screen.findByText(/The sample clinic was removed/);
    expect(transport.asked('remove_sample')).toHaveLength(1);
  });

  it('says what is wrong when the settings cannot be read, and reads them again', async () => {
    const { transport } = show({ backup_view, recovery_view, staff: () => alone });
    await screen.findByText(/The vault cannot be reached/);
    expect(screen.queryByRole('textbox')).toBeNull();
    transport.answer('get_settings', () => settings);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('textbox', { name: 'Clinic name' });
  });

  it('leaves who makes a letter to each person where people have names, and loses nothing of it', async () => {
    const { transport } = show({
      ...ready,
      staff: () => ({ people: [member('Dr A. Author', 'owner', { me: true })], suggested: '' }),
      list_form_drafts: (): FormDraft[] => [
        {
          draft: 'd1',
          form: 'settings',
          kept_at: '3 May 2026',
          typed: { author_name: 'Old', clinic_name: 'Hill Clinic' },
        },
        { draft: 'd2', form: 'settings', kept_at: '2 May 2026', typed: { author_role: 'Old' } },
      ],
    });
    await screen.findByText(/^Who signs letters is each person's own/);
    for (const name of ['Author', 'Role', 'Registration number', 'How to reach the author'])
      expect(
        within(screen.getByRole('form', { name: 'Letters and locking' })).queryByLabelText(name),
      ).toBeNull();
    // A draft from before says no more than what still has a field here.
    expect(screen.getByText('What you typed here on 3 May 2026 was not saved: Clinic name.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Continue/ }));
    await screen.findByText('Not saved yet: Clinic name.');
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() =>
      expect(transport.asked('save_settings')).toEqual([{ ...settings, clinic_name: 'Hill Clinic' }]),
    );
  });
});
