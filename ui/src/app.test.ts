import { usual } from './preferences.svelte';
import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import App from './App.svelte';
import KitScreen from './features/kit/KitScreen.svelte';
import { Client } from './ipc/client';
import type { DraftView } from './ipc/generated';
import { fakeTransport, type Handlers } from './ipc/transport.fake';
import { violations } from './test/axe';
import { vault } from './test/people';
import { ready } from './test/record';
import { renderInWindow } from './test/renderInWindow';

const locked = () => vault('locked');
const opened = () => vault('open');

function open(handlers: Handlers = ready) {
  const transport = fakeTransport(handlers);
  renderInWindow(App, { client: new Client(transport) });
  return transport;
}
const leave = () => (document.activeElement as HTMLElement | null)?.blur();

beforeEach(() => {
  history.replaceState(null, '', '/');
});

describe('the window', () => {
  it('stands behind the vault and wears the chosen colours even then', async () => {
    open({ ...ready, vault_status: locked, get_preferences: () => ({ ...usual, theme: 'dark' }) });
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(screen.queryByRole('navigation')).toBeNull();
    delete document.documentElement.dataset.theme;
  });

  it('finds a patient from anywhere by F2 and Ctrl+K', async () => {
    open();
    await screen.findByRole('searchbox', { name: 'Search patients' });
    for (const key of ['{F2}', '{Control>}k{/Control}']) {
      location.hash = '#/settings';
      await screen.findByRole('heading', { name: 'Settings' });
      await userEvent.keyboard(key);
      const search = await screen.findByRole('searchbox', { name: 'Search patients' });
      await waitFor(() => expect(document.activeElement).toBe(search));
      expect(location.hash).toBe('#/patients');
    }
    leave();
    await userEvent.keyboard('{F2}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
  });

  it('opens a record once and reads each list once, whatever sections are gone through', async () => {
    location.hash = '#/patients/p1/overview';
    const transport = open();
    await screen.findByRole('region', { name: 'Patient Sample, Anna' });
    for (const [section, list] of [
      ['scores', 'score'],
      ['symptoms', 'symptom'],
    ] as const) {
      const before = transport.asked('glance_entries').length;
      location.hash = `#/patients/p1/${section}`;
      await screen.findByText(new RegExp(`Sample, Anna, ${section}`, 'i'));
      await screen.findByRole('table', { name: new RegExp(section, 'i') });
      expect(transport.asked('glance_entries').slice(before)).toEqual([{ patient: 'p1', noun: list }]);
    }
    expect(transport.asked('open_patient')).toHaveLength(1);
  });

  it('shows the rules at their address, with settings marked in the rail', async () => {
    open();
    await screen.findByRole('heading', { name: 'Patients' });
    location.hash = '#/settings/rules';
    await screen.findByRole('heading', { name: 'Rules' });
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
  });

  it('shows the audit log by "g l", of one patient by its address, with settings marked in the rail', async () => {
    const transport = open({
      ...ready,
      audit_view: () => ({ people: [], acts: [], checked: null }),
      examine_audit: () => ({ rows: [], more: false, total: 3, patient_name: '' }),
    });
    await screen.findByRole('heading', { name: 'Patients' });
    leave();
    await userEvent.keyboard('gl');
    await screen.findByRole('heading', { name: 'Audit log' });
    expect(location.hash).toBe('#/settings/audit');
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
    location.hash = '#/settings/audit/p1';
    await waitFor(() =>
      expect(transport.asked('examine_audit').map(({ filter }) => filter.patient)).toEqual([null, 'p1']),
    );
  });

  it('shows the keys by F1, settings by "g s", and a way back from nowhere', async () => {
    open();
    await screen.findByRole('heading', { name: 'Patients' });
    await userEvent.keyboard('{F1}');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getAllByText('Search patients').length).toBeGreaterThan(0);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    leave();
    await userEvent.keyboard('gs');
    await screen.findByRole('radio', { name: 'Dark' });
    location.hash = '#/nowhere';
    await screen.findByRole('heading', { name: 'There is nothing at this address' });
  });

  it('shows who is due by "g d" or from the patients, and the schedule of a record by its address', async () => {
    open({ ...ready, list_due: () => ({ refills: [], rows: [], due: 0, missed: 0, sources: [] }) });
    leave();
    await screen.findByRole('heading', { name: 'Patients' });
    leave();
    await userEvent.keyboard('gd');
    await screen.findByRole('heading', { name: 'Nobody is due' });
    expect(screen.getByRole('link', { name: 'Due' }).getAttribute('aria-current')).toBe('page');
    location.hash = '#/patients';
    await userEvent.click(await screen.findByRole('button', { name: 'Due for follow-up' }));
    await waitFor(() => expect(location.hash).toBe('#/due'));
    location.hash = '#/patients/p1/follow-up';
    await screen.findByRole('heading', { name: 'Follow-up schedule' });
    expect(await violations()).toEqual([]);
  });

  it('tells the core that someone is there', async () => {
    const transport = open();
    await screen.findByRole('searchbox');
    await userEvent.keyboard('abc');
    expect(transport.asked('stay_awake')).toHaveLength(1);
  });
});

describe('locking', () => {
  it('by key keeps what is typed first, takes the records away, and comes back to the same address', async () => {
    const transport = open({ ...ready, unlock_vault: opened });
    location.hash = '#/patients/new';
    await userEvent.type(await screen.findByRole('textbox', { name: 'Family name' }), 'Kowalska');
    transport.answer('vault_status', locked);
    await userEvent.keyboard('{Control>}l{/Control}');
    await screen.findByText(/What you typed is kept/);
    expect(screen.queryByRole('textbox', { name: 'Family name' })).toBeNull();
    const names = transport.calls.map((call) => call.name);
    expect(names.indexOf('save_draft')).toBeGreaterThan(-1);
    expect(names.lastIndexOf('save_draft')).toBeLessThan(names.indexOf('lock_vault'));
    expect(transport.asked('save_draft').at(-1)).toMatchObject({
      patient: null,
      entry: null,
      input: { noun: 'patient', family: 'Kowalska' },
    });
    await userEvent.type(await screen.findByLabelText('Passphrase'), 'lantern copper violin{Enter}');
    await screen.findByRole('textbox', { name: 'Family name' });
    expect(location.hash).toBe('#/patients/new');
  });

  it('by key keeps settings that are being typed as a draft, and saves none of them', async () => {
    const transport = open({
      ...ready,
      get_settings: () => ({
        clinic_name: 'Hill',
        clinic_lines: [],
        author_name: '',
        author_role: '',
        author_registration: '',
        author_contact: '',
        patients_call: '',
        emergency_call: '',
        paper: 'a4',
        opioid_table: 'us-cdc-2022',
        payer_limit: false,
        date_order: 'day_first',
        preferred_term: 'psps',
        idle_minutes: 5,
      }),
      save_form_draft: () => ({}),
      list_form_drafts: () => [],
      last_settings: () => null,
    });
    location.hash = '#/settings';
    await userEvent.type(await screen.findByRole('textbox', { name: 'Clinic name' }), ' Clinic');
    await userEvent.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(transport.asked('lock_vault')).toHaveLength(1));
    const names = transport.calls.map((call) => call.name);
    expect(names.lastIndexOf('save_form_draft')).toBeLessThan(names.indexOf('lock_vault'));
    expect(transport.asked('save_form_draft').at(-1)?.typed).toEqual({ clinic_name: 'Hill Clinic' });
    expect(names).not.toContain('save_settings');
  });

  it('by the core shows the screen of the vault, and so does an answer that it is locked', async () => {
    const transport = open();
    location.hash = '#/patients/p1/history';
    await screen.findByRole('heading', { name: 'Sample, Anna' });
    transport.answer('vault_status', locked);
    transport.lock();
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(screen.queryByText('Sample, Anna')).toBeNull();
    expect(location.hash).toBe('#/patients/p1/history');
  });

  it('asks once for the page to begin anew, which then knows that it was open', async () => {
    const transport = open({ ...ready, renew_page: () => ({}) });
    location.hash = '#/patients/p1/history';
    await screen.findByRole('heading', { name: 'Sample, Anna' });
    transport.answer('vault_status', locked);
    transport.lock();
    transport.lock();
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(transport.asked('renew_page')).toHaveLength(1);
    expect(location.search + location.hash).toBe('?was=open#/patients/p1/history');
    cleanup();
    open({ ...ready, vault_status: locked });
    await screen.findByText(/What you typed is kept/);
  });

  it('that begins anew after a patient has answered thanks and leads to the scores', async () => {
    history.replaceState(null, '', '?was=answered#/patients/p1/scores');
    const transport = open({ ...ready, vault_status: locked, unlock_vault: opened });
    await screen.findByText(/^Thank you/);
    await userEvent.type(await screen.findByLabelText('Passphrase'), 'lantern copper violin{Enter}');
    await screen.findByText(/Sample, Anna, scores/i);
    expect(transport.asked('renew_page')).toHaveLength(0);
  });

  it('by the core loses no text that could not be kept before: it is kept on unlocking and then offered', async () => {
    const transport = open({ ...ready, unlock_vault: opened });
    location.hash = '#/patients/new';
    const field = await screen.findByRole('textbox', { name: 'Family name' });
    transport.answer('vault_status', locked);
    transport.answer('save_draft', () => {
      throw { code: 'locked' };
    });
    await userEvent.type(field, 'Kowalska');
    transport.lock();
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    // The page that holds it does not begin anew.
    expect(transport.asked('renew_page')).toHaveLength(0);
    const kept: DraftView[] = [];
    transport.answer('save_draft', (request) => {
      const { noun } = request.input;
      kept.push({ ...request, noun, kept_at: '25 Nov 2026, 14:03', name: null, title: null, changes: [] });
      return {};
    });
    transport.answer('list_drafts', () => kept);
    await userEvent.type(await screen.findByLabelText('Passphrase'), 'lantern copper violin{Enter}');
    await screen.findByRole('button', { name: 'Continue : New patient: Kowalska' });
    expect(kept).toHaveLength(1);
  });

  it('that is refused says why and leaves everything as it is', async () => {
    open({
      ...ready,
      lock_vault: () => {
        throw { code: 'unavailable' };
      },
    });
    await screen.findByRole('heading', { name: 'Patients' });
    await userEvent.click(screen.getByRole('button', { name: 'Lock' }));
    await screen.findByText(/cannot be reached just now/);
    expect(screen.getByRole('heading', { name: 'Patients' })).toBeTruthy();
  });
});

it('the kit screen is accessible as a whole', async () => {
  render(KitScreen);
  expect(await violations()).toEqual([]);
});
