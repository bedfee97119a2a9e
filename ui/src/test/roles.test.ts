/** Nothing is offered that a role does not include, on any screen of a record and by any address of a form. */
import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../App.svelte';
import { entryNouns, freshOf, nouns, type EntryNoun } from '../features/entries/nouns';
import PatientScreen from '../features/patients/record/PatientScreen.svelte';
import { view as course } from '../features/progress/samples';
import PatientsScreen from '../features/patients/PatientsScreen.svelte';
import RulesScreen from '../features/rules/RulesScreen.svelte';
import { rules } from '../features/rules/samples';
import SettingsScreen from '../features/settings/SettingsScreen.svelte';
import { Client } from '../ipc/client';
import type { DraftView, EntryView, LetterPreview, Role } from '../ipc/generated';
import { blanks } from '../ipc/generated';
import { fakeTransport, type Handlers } from '../ipc/transport.fake';
import { listKeys } from '../keys';
import { rooms, type Section } from '../router';
import { violations } from './axe';
import { fakeRecord, noSymptoms } from './fakeRecord';
import { emergency, quiet } from './flags';
import { member, openedBy, someone } from './people';
import { hit, onLadder, ready, row, tried } from './record';
import { renderInWindow } from './renderInWindow';
import { chart, running, withPlan } from './walking';

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  location.hash = '';
});

const preview: LetterPreview = {
  letter: 'l1',
  pages: 1,
  width: 595,
  height: 842,
  bytes: 48_300,
  text: 'Letter',
  not_recorded: [],
  left_out: [],
  too_long: '',
  unprinted: '',
  reading: '',
};

/** A record in which every screen has something that could be done with it. */
const full: Handlers = {
  ...ready,
  ...fakeRecord().handlers,
  staff: () => ({ people: [member('Dr Okafor', 'auditor', { me: true })], suggested: '' }),
  list_entries: ({ noun }) => (noun === 'visit' ? [] : [row(noun, 1, `A ${noun}`, '3 May 2026')]),
  get_entry: ({ entry }) => view(entry),
  entry_history: () => [],
  list_drafts: () => [],
  red_flags: () => ({ ...quiet, asked: '24 Nov 2026', fired: [emergency] }),
  open_plan: () => [{ entry: 'plan_item-1', title: 'MRI', text: 'due', is: 'due' }] as never,
  ladder: () => onLadder([tried('Exercise')]),
  walking: () => withPlan(running),
  walking_chart: () => chart,
  neuromodulation: () => ({
    paths: [
      {
        entry: 'n1',
        link: 'neuromodulation n1',
        shown: { when: 'Jan 2026', title: 'Stimulation', details: [] },
        steps: [],
        trials: [],
        pains: ['leg'],
        pain_words: ['Leg'],
        diary: [],
      },
    ],
    pumps: [],
    not_in_load: '',
    sources: [],
  }),
  symptoms_today: () => ({ ...noSymptoms, present: 1, neuropathic: 2 }),
  progress_chart: () => course,
  before_after: () => ({ rows: [], others: 0, not_placed: 0 }),
  follow_up: () => ({
    calls: [{ noun: 'surgery', entry: 'surgery-1', title: 'Fusion', text: 'due', due: true }] as never,
    sources: [],
    indices: [],
  }),
  timeline: () => ({ rows: [], known_on: null, entered: true }) as never,
  list_changes: () => [
    {
      entry: 'surgery-1',
      noun: 'surgery',
      version: 1,
      kind: 'record',
      title: 'Fusion',
      recorded_at: '3 May 2026, 10:00',
      recorded_by: 'Ada Okafor',
      reason: null,
      stands: true,
    },
  ],
  preview_letter: () => preview,
  preview_sheets: () => preview,
  letter_page: () => ({ picture: 'data:image/png;base64,' }),
  list_sheets: () => [],
  look_at_document: () => ({ pages: 1, width: 300, height: 400, undrawn: '', says: [], differs: [] }),
  document_page: () => ({ picture: 'data:image/png;base64,' }),
};

function view(id: string): EntryView {
  const noun = (id.split('-')[0] ?? 'surgery') as keyof typeof blanks;
  return {
    id,
    patient: 'p1',
    noun,
    version: 1,
    stands: true,
    recorded_by: 'Ada Okafor',
    recorded_at: '3 May 2026, 10:00',
    input: blanks[noun](),
    shown: { when: '3 May 2026', title: `A ${noun}`, details: [] },
  } as EntryView;
}

/** Names of what records, changes or takes out. */
const acts =
  /^(record|new|add|amend|answer|attach|another|begin|change|choose|continue|create|discard|end|enter|give|hand|let |make a|mark as|open as|outcome|pause|prescribe|put back|reinstate|remove|reopen|resolve|restore|save|set|start|take|undo|write)\b/i;
function offered(): string[] {
  const all = [...document.body.querySelectorAll<HTMLElement>('button, a[href]')];
  return all
    .filter((one) => !one.matches(':disabled') && !one.closest('nav'))
    .map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((name) => acts.test(name));
}
/** Keys that record, change or take out. */
const actKeys = () =>
  listKeys()
    .flatMap(({ shortcuts }) => shortcuts.map(({ words }) => words))
    .filter((words) => /record|amend|undo-change|undo-settings|save|new-patient|plan-new/.test(words));

async function room(section: Section, role: Role, entry?: string, more: Handlers = {}) {
  const transport = fakeTransport({ ...full, ...more });
  const as = someone(role);
  renderInWindow(PatientScreen, { client: new Client(transport), as, id: 'p1', section, entry });
  await screen.findByRole('region', { name: 'Patient Sample, Anna' });
  // What was asked is answered, and what it says is drawn.
  await waitFor(() => expect(transport.calls.length).toBeGreaterThan(1));
  await new Promise((done) => setTimeout(done, 50));
  return transport;
}

describe('an auditor', () => {
  it.each(rooms)('reads %s and is offered nothing to record, to change or to take out', async (section) => {
    await room(section, 'auditor');
    expect(offered()).toEqual([]);
    expect(actKeys()).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('is not kept from reading: the same screens offer it to whoever may', async () => {
    const silent: string[] = [];
    for (const section of rooms) {
      await room(section, 'clinician');
      // The banner stands above every one of them.
      if (offered().every((name) => name.startsWith('Amend '))) silent.push(section);
      cleanup();
    }
    // Nothing is recorded where it is only looked at.
    expect(silent).toEqual(['follow-up', 'letters', 'timeline']);
  });

  it('looks at an entry with its history, and can do nothing to it', async () => {
    await room('surgeries', 'auditor', 'surgery-1', {
      entry_history: () => [
        ...[1, 2].map((version) => ({
          version,
          kind: 'record' as const,
          reason: null,
          recorded_by: 'Ada Okafor',
          recorded_at: '3 May 2026',
          shown: { when: '', title: 'Fusion', details: [] },
          differs: [],
        })),
      ],
    });
    await userEvent.click(await screen.findByRole('button', { name: /History/ }));
    await screen.findAllByText('Fusion');
    expect(offered()).toEqual([]);
    await userEvent.keyboard('er');
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('looks at a document and at a letter, and takes neither out', async () => {
    await room('documents', 'auditor', 'document-1');
    await screen.findByText(
      'Your role, Auditor, does not include taking letters and documents out of the vault.',
    );
    expect(offered()).toEqual([]);
    cleanup();
    const transport = await room('letters', 'auditor');
    await userEvent.click(screen.getByRole('button', { name: 'Make letter' }));
    await screen.findByText(
      'Your role, Auditor, does not include taking letters and documents out of the vault.',
    );
    expect(offered()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(transport.asked('save_letter')).toEqual([]);
    cleanup();
    await room('walking', 'auditor', 'print');
    await screen.findByText(/does not include taking letters/);
    expect(offered()).toEqual([]);
  });

  it('finds patients and creates none, adds no sample clinic and sees no line about the recovery sheet', async () => {
    const none: Handlers = { ...full, search_patients: () => ({ found: [], total: 0 }) };
    const recovery_view = () => ({ made: null, older: null, only_reads: false });
    const client = new Client(fakeTransport({ ...none, recovery_view }));
    renderInWindow(PatientsScreen, { client, as: someone('auditor') });
    await screen.findByRole('heading', { name: 'No patients yet' });
    expect(offered()).toEqual([]);
    await userEvent.type(screen.getByRole('searchbox'), 'Nobody');
    await screen.findByText(/Try fewer letters/);
    expect(offered()).toEqual([]);
    expect(actKeys()).toEqual([]);
    expect(screen.queryByText(/No recovery sheet was made/)).toBeNull();
  });
});

describe('a form whose entry a role does not include', () => {
  const fresh = (noun: EntryNoun) => ({ noun, section: nouns[noun].section, address: freshOf(noun) });
  const lists = entryNouns.filter((noun) => noun !== 'resolution' && noun !== 'walking_event').map(fresh);

  it.each(lists)('says so by its address: $section/$address', async ({ section, address }) => {
    const transport = await room(section, 'auditor', address);
    await screen.findByText(/^Your role, Auditor, does not include recording [a-z ]+\.$/);
    expect(screen.queryByRole('form')).toBeNull();
    expect(offered()).toEqual([]);
    expect(transport.asked('save_draft')).toEqual([]);
  });

  it.each([
    ['an operation', 'surgeries', 'new', 'operations'],
    ['an amendment of one', 'surgeries', 'amend-surgery-1', 'operations'],
    ['alerts', 'alerts', undefined, 'alerts'],
  ] as const)('says so to an assistant: %s', async (_what, section, entry, said) => {
    await room(section, 'assistant', entry);
    await screen.findByText(`Your role, Assistant, does not include recording ${said}.`);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('is open for what the role includes', async () => {
    await room('requests', 'assistant', 'new');
    await screen.findByRole('form');
    cleanup();
    await room('person', 'assistant', undefined, {
      get_entry: () => ({
        ...view('visit-1'),
        noun: 'patient',
        input: blanks.patient(),
      }),
    });
    await screen.findByRole('form');
  });

  it('neither shows a draft nor hands the screen to a patient', async () => {
    const draft = {
      draft: 'd1',
      patient: 'p1',
      noun: 'surgery',
      entry: null,
      base_version: null,
      kept_at: '3 May 2026',
      input: blanks.surgery(),
      reason: '',
      sitting: 's1',
      name: 'Sample, Anna',
      title: 'Fusion',
      changes: [],
    } as unknown as DraftView;
    await room('surgeries', 'assistant', undefined, { list_drafts: () => [draft] });
    await screen.findByText('A surgery');
    expect(screen.queryByText(/Draft/)).toBeNull();
    cleanup();
    await room('surgeries', 'clinician', undefined, { list_drafts: () => [draft] });
    await screen.findByRole('button', { name: 'Continue' });
    cleanup();
    location.hash = '#/patients/p1/scores/ask/odi';
    const client = new Client(fakeTransport({ ...full, vault_status: () => openedBy(someone('auditor')) }));
    renderInWindow(App, { client });
    await screen.findByText('Your role, Auditor, does not include recording scores.');
    location.hash = '#/patients/new';
    await screen.findByText('Your role, Auditor, does not include recording who a patient is.');
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('what falls to a clinician', () => {
  it('is to resolve a red flag, to fill a pump, and to let a paused plan go on', async () => {
    for (const [role, may] of [
      ['clinician', true],
      ['physiotherapist', false],
    ] as const) {
      await room('flags', role);
      await screen.findAllByText(emergency.title);
      expect(screen.queryAllByRole('button', { name: /^Resolve/ }).length > 0).toBe(may);
      cleanup();
      await room('neuromodulation', role);
      await screen.findByRole('button', { name: 'Record another path' }).catch(() => undefined);
      expect(screen.queryAllByRole('button', { name: /pump/i }).length > 0).toBe(may);
      cleanup();
      await room('walking', role, undefined, {
        walking: () => withPlan({ ...running, status: 'paused', proposal: null }),
      });
      expect(screen.queryAllByRole('button', { name: 'Reopen…' }).length > 0).toBe(may);
      expect(screen.getByRole('button', { name: 'End…' })).toBeTruthy();
      cleanup();
    }
  });

  it('is to amend a reopening of a plan', async () => {
    const reopened = (): EntryView => {
      const what = { is: 'reopened' as const };
      const input = { noun: 'walking_event' as const, what, on: '', by: '', role: '', reason: '', note: '' };
      return { ...view('visit-1'), noun: 'walking_event', input } as unknown as EntryView;
    };
    for (const [role, may] of [
      ['clinician', true],
      ['physiotherapist', false],
    ] as const) {
      await room('walking', role, 'event-1', { get_entry: reopened });
      await screen.findByRole('heading', { name: 'A visit' });
      expect(screen.queryAllByRole('button', { name: 'Amend' }).length > 0).toBe(may);
      cleanup();
    }
  });

  it('is what was saved last by another role: it is not undone', async () => {
    const last = (noun: 'surgery' | 'visit') => ({
      recorded_at: '3 May 2026, 10:00',
      at: 1,
      versions: [{ entry: 'e1', noun, kind: 'record' as const, title: 'It' }],
    });
    for (const [noun, may] of [
      ['surgery', false],
      ['visit', true],
    ] as const) {
      await room('history', 'assistant', undefined, { last_change: () => last(noun) as never });
      await userEvent.click(await screen.findByRole('button', { name: 'Undo the last change' }));
      const dialog = await screen.findByRole('dialog');
      await within(dialog).findByText('It');
      expect(within(dialog).queryAllByRole('button', { name: 'Undo' }).length > 0).toBe(may);
      expect(within(dialog).queryAllByText(/^Your role, Assistant, does not include/).length > 0).toBe(!may);
      cleanup();
    }
  });
});

describe('the settings of the clinic', () => {
  const views: Handlers = {
    get_settings: () => {
      throw { code: 'unavailable' };
    },
    list_form_drafts: () => [],
    recovery_view: () => ({ made: '1 Dec 2026', older: null, only_reads: false }),
    backup_view: () => ({
      on: true,
      chosen: 'beside',
      folders: [],
      last: null,
      last_elsewhere: null,
      failed: null,
      is_due: true,
    }),
    last_settings: () =>
      ({ recorded_at: '3 May 2026', by: 'Ada Okafor', at: 1, own: true, changes: [] }) as never,
    list_rules: () => rules(),
  };

  it.each([
    [
      'owner',
      [
        'Save your letters',
        'Make a new sheet',
        'Remove the recovery key',
        'Let somebody in',
        'Remove sample clinic',
      ],
    ],
    ['clinician', ['Save your letters']],
    ['auditor', []],
  ] as const)('offer what the vault stands on to the owner alone: %s', async (role, names) => {
    const client = new Client(fakeTransport({ ...full, ...views }));
    renderInWindow(SettingsScreen, { client, as: someone(role) });
    await screen.findByRole('button', { name: 'Change the passphrase' });
    await screen.findByRole('button', { name: 'Back up now' });
    expect(offered().filter((name) => name !== 'Change the passphrase')).toEqual(names);
    expect(screen.queryAllByRole('checkbox').length > 0).toBe(role === 'owner');
    expect(screen.queryAllByText(/does not include the settings of the clinic/).length > 0).toBe(
      role === 'auditor',
    );
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['clinician', true],
    ['assistant', false],
  ] as const)('and its rules are set by whoever may: %s', async (role, may) => {
    const client = new Client(fakeTransport({ ...full, ...views }));
    renderInWindow(RulesScreen, { client, as: someone(role) });
    await screen.findByRole('heading', { name: 'Rules' });
    await userEvent.type(await screen.findByRole('searchbox'), 'oswestry');
    await userEvent.click(await screen.findByRole('button', { name: /^Oswestry/ }));
    const sets = /^(Set a value for|Change) this clinic|^Restore built-in value$/;
    expect(screen.queryAllByRole('button', { name: sets }).length > 0).toBe(may);
    expect(actKeys().length > 0).toBe(may);
  });
});

it('the audit log is offered to whoever may examine it, and its address says so to everybody else', async () => {
  location.hash = '#/settings/audit';
  const status = () => openedBy(someone('clinician'));
  renderInWindow(App, { client: new Client(fakeTransport({ ...full, vault_status: status })) });
  await screen.findByText('Your role, Clinician, does not include examining the audit log.');
  location.hash = '#/patients/p1/history';
  await screen.findByRole('heading', { name: 'Changes' });
  expect(screen.queryByRole('link', { name: 'Who opened this record' })).toBeNull();
  expect(listKeys().flatMap(({ shortcuts }) => shortcuts.map(({ words }) => words))).not.toContain(
    'keys-audit',
  );
});

it('found patients are shown to every role', async () => {
  const client = new Client(fakeTransport({ ...full, recent_patients: () => [hit('p1', 'Sample, Anna')] }));
  renderInWindow(PatientsScreen, { client, as: someone('auditor') });
  await screen.findByRole('link', { name: 'Sample, Anna' });
});
