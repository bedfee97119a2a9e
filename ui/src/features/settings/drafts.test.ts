import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { flushDrafts } from '../../ipc/drafts.svelte';
import { Client } from '../../ipc/client';
import type { FormDraft, LastSettings, RulesView, Settings } from '../../ipc/generated';
import { fakeTransport, type FakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import RulesScreen from '../rules/RulesScreen.svelte';
import { fever, own, rules } from '../rules/samples';
import SettingsScreen from './SettingsScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

const settings: Settings = {
  clinic_name: 'Hill Pain Clinic',
  clinic_lines: [],
  author_name: 'Dr A. Author',
  author_role: '',
  author_registration: '',
  author_contact: '',
  patients_call: '',
  emergency_call: '',
  paper: 'a4',
  date_order: 'day_first',
  preferred_term: 'psps',
  opioid_table: 'us-cdc-2022',
  payer_limit: false,
  idle_minutes: 5,
};
const table = { name: 'CDC 2022 table', jurisdiction: 'US', version: 1, unit: 'MME', source: 'CDC' };
const set: RulesView = rules({ ...fever, own, history: [own] });

/** A core that keeps drafts, as in memory. */
function core(more: Handlers = {}): FakeTransport {
  const drafts = new Map<string, FormDraft>();
  return fakeTransport({
    get_settings: () => settings,
    save_settings: (value) => ({ value, changes: ['settings'] }),
    save_preferences: () => ({}),
    list_opioid_tables: () => [
      { ...table, table: 'us-cdc-2022' },
      { ...table, table: 'uk', name: 'UK 2025 table', jurisdiction: 'UK' },
    ],
    list_rules: () => rules(),
    understand_rule: ({ text }) => ({ shown: `${text} °C`, problem: null, settled: null }),
    set_rule: () => ({ value: set, changes: ['rules'] }),
    last_settings: () => null,
    save_form_draft: ({ draft, form, typed }) => {
      drafts.set(draft, { draft, form, typed, kept_at: '29 Nov 2026, 14:03' });
      return {};
    },
    list_form_drafts: () => [...drafts.values()],
    discard_draft: ({ draft }) => {
      drafts.delete(draft);
      return {};
    },
    ...more,
  });
}

/** Every form of the settings: how it is opened, one of its fields, and the command that saves it. */
const forms = {
  'the clinic’s settings': {
    screen: SettingsScreen,
    saves: 'save_settings',
    field: 'Clinic name',
    label: 'Clinic name',
    part: 'clinic',
    open: async () => void (await screen.findByRole('textbox', { name: 'Clinic name' })),
    gone: async () => void (await waitFor(() => expect(location.hash).toBe('#/patients'))),
  },
  'a limit of the clinic': {
    screen: RulesScreen,
    saves: 'set_rule',
    field: 'This clinic’s value',
    label: 'Fever from',
    part: 'rules',
    open: async () => {
      await userEvent.click(await screen.findByRole('button', { name: /^Red flags/ }));
      await userEvent.click(screen.getByRole('button', { name: /^Fever from/ }));
      await userEvent.click(screen.getByRole('button', { name: 'Set a value for this clinic' }));
      await screen.findByRole('textbox', { name: 'This clinic’s value' });
    },
    gone: async () => void (await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())),
  },
} as const;

beforeEach(() => {
  location.hash = '#/settings';
});

describe.each(Object.entries(forms))('%s', (_name, form) => {
  const show = (transport = core()) => ({
    transport,
    ...renderInWindow(form.screen, { client: new Client(transport) }),
  });
  const type = async (text: string) => {
    const field = screen.getByRole('textbox', { name: form.field });
    await userEvent.clear(field);
    await userEvent.type(field, text);
  };

  it('changes nothing before it is saved, however long one waits, on locking and on leaving', async () => {
    const { transport, unmount } = show();
    await form.open();
    await type('39');
    expect(screen.getByText(/^Not saved yet/)).toBeTruthy();
    await flushDrafts();
    await screen.findByText(/^Not saved yet.* Kept as a draft \d\d:\d\d\.$/);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await form.gone();
    unmount();
    await flushDrafts();
    expect(transport.asked(form.saves)).toEqual([]);
    expect(transport.asked('save_form_draft').at(-1)?.typed).toMatchObject(
      form.part === 'rules' ? { value: '39' } : { clinic_name: '39' },
    );
  });

  it('offers what was typed and not saved, puts it back only when asked, and saves it then', async () => {
    const transport = core();
    const first = show(transport);
    await form.open();
    await type('39');
    first.unmount();
    await flushDrafts();
    show(transport);
    await screen.findByText(`What you typed here on 29 Nov 2026, 14:03 was not saved: ${form.label}.`);
    if (form.part === 'clinic') {
      const field = await screen.findByRole<HTMLInputElement>('textbox', { name: form.field });
      expect(field.value, 'never put back by itself').toBe('Hill Pain Clinic');
    }
    await userEvent.click(
      await screen.findByRole('button', { name: new RegExp(`^Continue ?: ${form.label}`) }),
    );
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: form.field }).value).toBe('39'),
    );
    if (form.part === 'rules') await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'agreed');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(transport.asked(form.saves)).toHaveLength(1));
    await waitFor(() => expect(transport.asked('discard_draft')).toHaveLength(1));
    await flushDrafts();
    expect(await new Client(transport).call('list_form_drafts', {})).toEqual([]);
  });

  it('throws a draft away on request', async () => {
    const transport = core();
    const first = show(transport);
    await form.open();
    await type('39');
    first.unmount();
    await flushDrafts();
    show(transport);
    await userEvent.click(
      await screen.findByRole('button', { name: new RegExp(`^Discard ?: ${form.label}`) }),
    );
    await waitFor(() => expect(screen.queryByText(/was not saved/)).toBeNull());
    expect(await new Client(transport).call('list_form_drafts', {})).toEqual([]);
  });

  it('says who saved last and what, and takes it back by Ctrl+Z after naming it', async () => {
    const last: LastSettings = {
      at: 17,
      recorded_at: '29 Nov 2026, 14:03',
      by: 'anna',
      own: true,
      changes: [{ label: 'Table of factors', now: 'UK 2025 table', before: 'CDC 2022 table' }],
    };
    const { transport } = show(
      core({
        last_settings: () => last,
        undo_settings: () => ({ value: {}, changes: ['settings', 'rules'] }),
      }),
    );
    await screen.findByText('Last saved 29 Nov 2026, 14:03 by anna: Table of factors.');
    expect(transport.asked('last_settings')[0]).toEqual({ part: form.part });
    // In a field the key takes back what was typed there.
    const field = await screen.findByRole(form.part === 'rules' ? 'searchbox' : 'textbox', {
      name: form.part === 'rules' ? 'Filter' : 'Clinic name',
    });
    await fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    (document.activeElement as HTMLElement | null)?.blur();
    await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    const dialog = await screen.findByRole('dialog', { name: 'Undo the last change of these settings?' });
    expect(dialog.textContent).toContain('Table of factors: “UK 2025 table” becomes “CDC 2022 table” again.');
    expect(await violations(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(transport.asked('undo_settings')).toEqual([{ part: form.part, at: 17 }]));
    await screen.findByText(/^Undone \d\d:\d\d$/);
  });

  it('names whoever saved last, and offers nobody else to undo it', async () => {
    const last: LastSettings = {
      at: 17,
      recorded_at: '29 Nov 2026, 14:03',
      by: 'Bo',
      own: false,
      changes: [],
    };
    show(core({ last_settings: () => last }));
    await screen.findByText(/^Last saved 29 Nov 2026, 14:03 by Bo/);
    expect(screen.queryByRole('button', { name: 'Undo the last change' })).toBeNull();
    await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('There is nothing of yours to undo here.');
    expect(within(dialog).queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('the clinic’s settings', () => {
  it('do not change by an arrow key, and name what is not saved', async () => {
    const transport = core();
    renderInWindow(SettingsScreen, { client: new Client(transport) });
    await screen.findByText('Everything here is saved.');
    const us = await screen.findByRole('radio', { name: 'CDC 2022 table (US)' });
    us.focus();
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText(/^Not saved yet: Table of factors\./);
    await flushDrafts();
    expect(transport.asked('save_settings')).toEqual([]);
    await userEvent.keyboard('{ArrowLeft}');
    await screen.findByText('Everything here is saved.');
    await waitFor(() => expect(transport.asked('discard_draft')).toHaveLength(1));
  });

  it('take over what was saved elsewhere where nobody typed', async () => {
    const transport = core();
    const client = new Client(transport);
    renderInWindow(SettingsScreen, { client });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Clinic name' }), 'x');
    transport.answer('get_settings', () => ({ ...settings, clinic_name: 'Other', author_name: 'Dr B' }));
    await client.call('save_settings', { ...settings, author_name: 'Dr B' });
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Author' }).value).toBe('Dr B'),
    );
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Clinic name' }).value).toBe(
      'Hill Pain Clinicx',
    );
  });
});
