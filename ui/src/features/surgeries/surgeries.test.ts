import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { blankSurgery, type FactInput, type Issue, type SurgeryInput } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function done(...lines: string[]): SurgeryInput['procedures'] {
  return lines.map((text) => ({ text, code: null }));
}

function surgery(over: Partial<SurgeryInput> = {}): FactInput {
  return {
    noun: 'surgery',
    ...blankSurgery(),
    when: '3 May 2019',
    procedures: done('Laminectomy'),
    levels: 'L4-L5',
    told_by: 'patient',
    ...over,
  };
}

let stop = new AbortController();

function open(
  check?: (input: FactInput) => Issue[],
  before: (record: ReturnType<typeof fakeRecord>) => void = () => {},
) {
  const record = fakeRecord(check);
  before(record);
  const transport = fakeTransport(record.handlers);
  const view = renderInWindow(EntryScreen, { section: 'surgeries', client: new Client(transport), patient });
  const follow = async () => {
    const [, , , , entry] = location.hash.split('/');
    await view.rerender({ entry });
  };
  stop = new AbortController();
  window.addEventListener('hashchange', () => void follow(), { signal: stop.signal });
  const sent = (name: string) =>
    transport.calls.filter((call) => call.name === name).map((call) => call.request);
  const go = async (entry: string) => {
    location.hash = `#/patients/p1/surgeries/${entry}`;
    await follow();
  };
  return { record, sent, go };
}

beforeEach(() => {
  location.hash = '';
  stop.abort();
});

describe('a new operation', () => {
  it('is recorded without a mouse, from the empty list to its row', async () => {
    const { record } = open();
    await screen.findByRole('heading', { name: 'No operations recorded' });
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('a');
    const when = await screen.findByRole('textbox', { name: 'When' });
    await waitFor(() => expect(document.activeElement).toBe(when));
    await userEvent.keyboard('3.5.2019{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Operation' }));
    await userEvent.keyboard('micro{ArrowDown}{Enter}');
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Operation, line 2' })),
    );
    await userEvent.keyboard('own words{Enter}{Enter}');
    const levels = screen.getByRole('textbox', { name: 'Levels' });
    expect(document.activeElement).toBe(levels);
    await userEvent.keyboard('l4-s1{Enter}');
    await screen.findByText('L4-S1, 2 segments');
    await userEvent.keyboard('disc herniation{Enter}');
    expect(document.activeElement).toBe(
      within(screen.getByRole('radiogroup', { name: 'Side' })).getByLabelText('Left'),
    );
    await userEvent.keyboard(' {ArrowRight}');
    await userEvent.tab();
    await userEvent.keyboard('{Control>}s{/Control}');
    const link = await screen.findByRole('link', { name: 'Microdiscectomy, own words, l4-s1' });
    const [kept] = [...record.entries.values()];
    expect(kept?.view.input).toMatchObject({
      when: '3.5.2019',
      procedures: done('Microdiscectomy', 'own words', ''),
      levels: 'l4-s1',
      indication: 'disc herniation',
      side: { value: 'right' },
    });
    expect(record.drafts.size).toBe(0);
    await screen.findByText(/^Saved \d\d:\d\d$/);
    await waitFor(() => expect(document.activeElement).toBe(link));
  });

  it('takes implants by keyboard, each with its kind, and keeps one without a kind as of unknown kind', async () => {
    const { go, record } = open();
    await go('new');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Operation' }), 'Fusion');
    await userEvent.click(screen.getByRole('button', { name: /^Implants and complications/ }));
    const asked = within(screen.getByRole('radiogroup', { name: 'Implants' }));
    expect(asked.getByRole<HTMLInputElement>('radio', { name: 'Not asked' }).checked).toBe(true);
    asked.getByRole('radio', { name: 'Not asked' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(asked.getByRole<HTMLInputElement>('radio', { name: 'Listed' }).checked).toBe(true),
    );
    const kind = await screen.findByRole('combobox', { name: 'Kind of implant' });
    asked.getByRole('radio', { name: 'Listed' }).focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(kind);
    await userEvent.selectOptions(kind, 'Screws and rods');
    await userEvent.tab();
    await userEvent.keyboard('Sample 2{Enter}');
    const second = await screen.findByRole('combobox', { name: 'Kind of implant, line 2' });
    await waitFor(() => expect(document.activeElement).toBe(second));
    await userEvent.tab();
    await userEvent.keyboard('titanium thing');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByRole('link', { name: 'Fusion' });
    const [kept] = [...record.entries.values()];
    expect(kept?.view.input).toMatchObject({
      implants: {
        value: [
          { kind: 'screws_and_rods', name: 'Sample 2' },
          { kind: 'unknown', name: 'titanium thing' },
        ],
      },
    });
  });

  it('shows what is wrong with an implant at its line, and keeps that nothing was left', async () => {
    let asked = 0;
    const { go, record } = open(({ noun }) =>
      noun === 'surgery' && asked++ === 0
        ? [{ path: 'implants.0.name', problem: { code: 'too_long', limit: 200 } }]
        : [],
    );
    await go('new');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Operation' }), 'Fusion');
    await userEvent.click(screen.getByRole('button', { name: /^Implants and complications/ }));
    const left = within(screen.getByRole('radiogroup', { name: 'Implants' }));
    await userEvent.click(left.getByRole('radio', { name: 'Listed' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('textbox', { name: 'Implant', description: /at most 200/ });
    await userEvent.click(left.getByRole('radio', { name: 'None' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('link', { name: 'Fusion' });
    expect([...record.entries.values()][0]?.view.input).toMatchObject({ implants: { missing: 'absent' } });
  });

  it('puts each issue at its field in words that repair, opens what hides it, and goes to the first', async () => {
    const { go, record } = open(({ noun }) =>
      noun === 'surgery' && record.entries.size === 0
        ? [
            { path: 'surgeon', problem: { code: 'too_long', limit: 200 } },
            { path: 'levels', problem: { code: 'levels_reversed', right: 'L4-S1' } },
            { path: 'side', problem: { code: 'side_needed' } },
            { path: 'elsewhere', problem: { code: 'in_future' } },
          ]
        : [],
    );
    await go('new');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Levels' }), 'S1-L4');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Levels run from the upper to the lower one: L4-S1');
    expect(screen.getByText('Choose a side, or say why there is none')).toBeTruthy();
    expect(await screen.findByRole('textbox', { name: 'Surgeon', description: /at most 200/ })).toBeTruthy();
    expect(
      screen.getByText(/Nothing was saved yet. What you typed is kept. This lies in the future/),
    ).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Levels' })));
    expect((document.activeElement as HTMLInputElement).value).toBe('S1-L4');
    expect(await violations()).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: 'Levels' }), 'x');
    expect(screen.queryByText('Levels run from the upper to the lower one: L4-S1')).toBeNull();
  });

  it('keeps what is typed on any error and sends the same request again', async () => {
    const { go, record, sent } = open();
    await go('new');
    record.refuse.push({ code: 'disk_full' });
    await userEvent.type(await screen.findByRole('combobox', { name: 'Operation' }), 'Fusion');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(sent('record_entry')).toHaveLength(1));
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Operation' }).value).toBe('Fusion');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('link', { name: 'Fusion' });
    const [first, second] = sent('record_entry');
    expect(second).toEqual(first);
  });

  it('keeps a draft, steps back by Escape, and offers the draft, dated, on the list', async () => {
    const { go, record } = open();
    await go('new');
    const field = await screen.findByRole('combobox', { name: 'Operation' });
    await userEvent.type(field, 'Fusion 🦴');
    await userEvent.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(location.hash).toBe('#/patients/p1/surgeries'));
    await screen.findByText('kept 25 Nov 2026, 14:03, not part of the record yet');
    expect(screen.getByText('Fusion 🦴')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const again = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Operation' });
    expect(again.value).toBe('Fusion 🦴');
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByRole('link', { name: 'Fusion 🦴' });
    expect(record.drafts.size).toBe(0);
  });

  it('discards a draft only after asking in words', async () => {
    const { record } = open(undefined, ({ drafts }) =>
      drafts.set('d1', {
        draft: 'd1',
        patient: 'p1',
        noun: 'surgery',
        entry: null,
        base_version: null,
        kept_at: '25 Nov 2026, 14:03',
        reason: '',
        name: 'Sample, Anna',
        sitting: 's1',
        title: 'Revision',
        changes: [],
        input: surgery({ procedures: done('Revision') }),
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    const dialog = await screen.findByRole('dialog', { name: 'Discard this draft?' });
    expect(record.drafts.size).toBe(1);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard draft' }));
    await waitFor(() => expect(record.drafts.size).toBe(0));
    await waitFor(() => expect(screen.queryByText(/not saved/)).toBeNull());
  });

  it('does not let go of a text whose draft could not be kept', async () => {
    const { go } = open(undefined, ({ handlers }) => {
      handlers.save_draft = () => {
        throw { code: 'disk_full' };
      };
    });
    await go('new');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Operation' }), 'Fusion');
    await userEvent.keyboard('{Escape}{Escape}');
    await screen.findByText(/is only on this screen/);
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Operation' }).value).toBe('Fusion');
    expect(screen.getByText(/could not be kept just now/)).toBeTruthy();
  });
});

describe('the kind of a procedure', () => {
  it('is asked where the name is none of the list, and is kept beside the words', async () => {
    const { go, record } = open(undefined, ({ handlers }) => {
      handlers.understand = ({ kind, text }) => ({
        shown: kind === 'procedure' ? `“${text}”` : text,
        problem: null,
        settled: null,
        ...(kind === 'procedure' ? { unsure: [{ what: 'procedure' as const, text }] } : {}),
      });
    });
    await go('new');
    expect(screen.queryByRole('combobox', { name: /^Kind/ })).toBeNull();
    await userEvent.type(await screen.findByRole('combobox', { name: 'Operation' }), 'as before');
    const kind = await screen.findByRole('combobox', { name: 'Kind (Operation)' });
    await userEvent.selectOptions(kind, 'Transforaminal lumbar interbody fusion (TLIF)');
    expect(await screen.findByText(/is kept as words\. Choose its kind below/)).toBeTruthy();
    const frame = screen.getByRole('combobox', { name: 'Operation' }).closest('[data-frame]');
    expect(frame?.querySelector('.understood, .lucide-check'), 'no mark of something understood').toBeNull();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByRole('link', { name: 'as before' });
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      procedures: [{ text: 'as before', code: 'tlif' }],
    });
  });
});

describe('what waits behind a line', () => {
  it('is a goal, a complication with its kind, and the operation of which it is a stage', async () => {
    const { go, record } = open(undefined, ({ put }) => void put('e1', surgery()));
    await go('new');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Operation' }), 'Fixation');
    await userEvent.click(screen.getByRole('button', { name: /^Goal/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Stabilise' }));
    await userEvent.click(screen.getByRole('button', { name: /^Technique/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Ultrasonic bone device' }));
    await userEvent.click(screen.getByRole('button', { name: /^Implants and complications/ }));
    const asked = within(screen.getByRole('radiogroup', { name: 'Complications' }));
    await userEvent.click(asked.getByRole('radio', { name: 'Listed' }));
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Kind of complication' }),
      'Dural tear',
    );
    await userEvent.click(screen.getByRole('button', { name: /^More/ }));
    const stage = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Further stage of' });
    await userEvent.selectOptions(stage, 'operation e1');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(2));
    expect([...record.entries.values()].at(-1)?.view.input).toMatchObject({
      purposes: ['stabilise'],
      tools: ['ultrasonic_bone_device'],
      complications: { value: [{ kind: 'dural_tear' }] },
      stage_of: 'operation e1',
    });
  });
});

describe('the list', () => {
  it('is a timeline with numbers, details, amendments, and arrows that move', async () => {
    const { record } = open(undefined, ({ put, change }) => {
      put('e1', surgery({ procedures: done('Laminectomy'), note: 'long' }));
      put('e2', surgery({ procedures: done('שלום عملية'), when: 'about 2014' }));
      change('e2', surgery({ procedures: done('שלום عملية'), when: 'about 2014' }));
    });
    const first = await screen.findByRole('link', { name: 'Laminectomy, L4-L5' });
    const second = screen.getByRole('link', { name: 'שלום عملية, L4-L5' });
    expect(screen.getByText('Operation 2')).toBeTruthy();
    expect(screen.getByText('Amended once')).toBeTruthy();
    expect(screen.getByText('about 2014')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    expect(second.getAttribute('href')).toBe('#/patients/p1/surgeries/e2');
    expect(record.entries.size).toBe(2);
  });

  it('says what is wrong and looks again on request', async () => {
    const record = fakeRecord();
    let fail = true;
    const list = record.handlers.list_entries;
    record.handlers.list_entries = (request) => {
      if (fail || !list) throw { code: 'unavailable' };
      return list(request);
    };
    renderInWindow(EntryScreen, {
      section: 'surgeries',
      client: new Client(fakeTransport(record.handlers)),
      patient,
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    fail = false;
    await userEvent.click(again);
    await screen.findByRole('heading', { name: 'No operations recorded' });
  });
});

describe('one operation', () => {
  const one = (record: ReturnType<typeof fakeRecord>) =>
    void record.put('e1', surgery({ note: 'n'.repeat(100_000) }));

  it('shows everything with who and when, and is amended with a reason', async () => {
    const { go, record, sent } = open(undefined, one);
    await go('e1');
    await screen.findByText(/^Dr Sample, 25 Nov 2026, 14:01/);
    expect(screen.getByText('n'.repeat(100_000))).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Amend' }));
    const levels = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Levels' });
    expect(levels.value).toBe('L4-L5');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toHaveLength(100_000);
    await userEvent.click(within(screen.getByRole('radiogroup', { name: 'Side' })).getByLabelText('Left'));
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText('Say in a few words why, with at least three letters');
    const reason = screen.getByRole('textbox', { name: 'Reason for the change' });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(sent('amend_entry')).toEqual([]);
    await userEvent.type(reason, 'Letter from 2019{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/^Dr Sample, 25 Nov 2026, 14:02/);
    expect(record.entries.get('e1')?.view.input).toMatchObject({ side: { value: 'left' } });
    expect(sent('amend_entry')).toMatchObject([{ base_version: 1, reason: 'Letter from 2019' }]);
    await userEvent.click(screen.getByRole('button', { name: 'History' }));
    const history = within(await screen.findByRole('region', { name: 'History' }));
    const versions = await history.findAllByRole('listitem');
    expect(versions).toHaveLength(2);
    expect(versions[0]?.textContent).toContain('Amended');
    expect(versions[0]?.textContent).toContain('Letter from 2019');
    expect(versions[0]?.textContent).toContain('Side');
    expect(await violations()).toEqual([]);

    // What counts can't be restored; an older version can, with a reason.
    const restore = history.getByRole('button', { name: 'Restore this version' });
    expect(versions[1]?.contains(restore)).toBe(true);
    await userEvent.click(restore);
    const dialog = within(
      await screen.findByRole('dialog', { description: /says again what this version said/ }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Restore this version' }));
    expect(sent('restore_version')).toEqual([]);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why this version is right' }), 'other letter');
    expect(await violations()).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Restore this version' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('restore_version')).toMatchObject([
      { entry: 'e1', version: 1, base_version: 2, reason: 'other letter' },
    ]);
  });

  it('is marked as entered in error after saying what will happen and asking why', async () => {
    const { go, record } = open(undefined, one);
    await go('e1');
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as entered in error' }));
    const dialog = within(await screen.findByRole('dialog', { description: /stays in the history/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Mark as entered in error' }));
    expect(dialog.getByText(/at least three letters/)).toBeTruthy();
    expect(record.entries.get('e1')?.view.stands).toBe(true);
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why it is an error' }), 'wrong patient');
    expect(await violations()).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Mark as entered in error' }));
    await screen.findByText(/It no longer counts. What it said stays here/);
    expect(screen.queryByRole('button', { name: 'Amend' })).toBeNull();
    expect(record.entries.get('e1')?.versions.at(-1)).toMatchObject({
      kind: 'retract',
      reason: 'wrong patient',
    });

    await userEvent.click(screen.getByRole('button', { name: 'Put back' }));
    const back = within(await screen.findByRole('dialog', { description: /It counts again/ }));
    await waitFor(() =>
      expect(document.activeElement).toBe(back.getByRole('textbox', { name: 'Why it was no error' })),
    );
    await userEvent.keyboard('right after all{Enter}{Enter}');
    await screen.findByRole('button', { name: 'Amend' });
    expect(screen.queryByText(/It no longer counts/)).toBeNull();
    expect(record.entries.get('e1')?.versions.at(-1)).toMatchObject({
      kind: 'reinstate',
      reason: 'right after all',
    });
  });

  it('tells why it can not be marked while others count their time from it', async () => {
    const { go, record } = open(undefined, one);
    await go('e1');
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as entered in error' }));
    record.refuse.push({
      code: 'invalid',
      issues: [{ path: 'entry', problem: { code: 'named_by_others', count: 2 } }],
    });
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByRole('textbox')));
    await userEvent.keyboard('not mine{Enter}{Enter}');
    await dialog.findByText(/2 other entries count their time from this one/);
    expect((dialog.getByRole('textbox') as HTMLInputElement).value).toBe('not mine');
  });

  it('keeps both texts when someone else was faster, and saves on top after looking', async () => {
    const { go, record } = open(undefined, one);
    await go('e1');
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    await userEvent.clear(note);
    await userEvent.type(note, 'mine');
    record.change('e1', surgery({ note: 'theirs' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'phone call');
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText('Not saved: this entry was changed meanwhile');
    await screen.findByText(
      /^Dr Sample changed it on 25 Nov 2026, 14:0\d, after you opened it\. Your text is kept/,
    );
    expect(note.value).toBe('mine');
    expect([...record.drafts.values()]).toMatchObject([{ entry: 'e1', input: { note: 'mine' } }]);
    await userEvent.click(screen.getByRole('button', { name: 'Show what the entry says now' }));
    const theirs = within(await screen.findByRole('region', { name: 'What the entry says now' }));
    expect(theirs.getByText('theirs')).toBeTruthy();
    expect(note.value).toBe('mine');
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Dr Sample, 25 Nov 2026, 14:03/);
    expect(record.entries.get('e1')?.view.input).toMatchObject({ note: 'mine' });
    expect(record.drafts.size).toBe(0);
  });

  it('says that it was oneself, elsewhere, who was faster', async () => {
    const { go, record } = open(undefined, one);
    await go('e1');
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Reason for the change' }), 'phone call');
    record.change('e1', surgery({ note: 'theirs' }));
    const kept = record.entries.get('e1');
    if (kept) kept.view = { ...kept.view, own: true };
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText(/^You changed it elsewhere on 25 Nov 2026, 14:0\d, after you opened it here\./);
  });

  it('offers a draft of it beside the saved text and warns where the text changed since', async () => {
    const { go, record } = open(undefined, (before) => {
      one(before);
      before.change('e1', surgery({ note: 'newer' }));
      before.drafts.set('d1', {
        draft: 'd1',
        patient: 'p1',
        noun: 'surgery',
        entry: 'e1',
        base_version: 1,
        kept_at: '25 Nov 2026, 13:59',
        reason: 'operation note s',
        name: 'Sample, Anna',
        sitting: 's1',
        title: 'Laminectomy',
        changes: [{ label: 'Note', text: 'from the draft' }],
        input: surgery({ note: 'from the draft' }),
      });
    });
    await go('e1');
    await screen.findByText('kept 25 Nov 2026, 13:59, not part of the record yet');
    expect(screen.getByText('newer')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    expect(note.value).toBe('from the draft');
    const reason = screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason for the change' });
    expect(reason.value).toBe('operation note s');
    await userEvent.type(reason, 'een');
    await waitFor(() => expect(record.drafts.get('d1')?.reason).toBe('operation note seen'), {
      timeout: 3000,
    });
    expect(screen.getByText('Not saved: this entry was changed meanwhile')).toBeTruthy();
  });

  it('that was marked as entered in error meanwhile can be recorded as a new one', async () => {
    const { go, record } = open(undefined, one);
    await go('e1');
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Reason for the change' }), 'why not');
    record.refuse.push({ code: 'retracted' });
    await userEvent.keyboard('{Control>}s{/Control}');
    await userEvent.click(await screen.findByRole('button', { name: 'Record as a new entry' }));
    await waitFor(() => expect(record.entries.size).toBe(2));
  });
});
