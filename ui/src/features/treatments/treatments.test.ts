import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { blankResponse, type FactInput, type Issue } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { blankOf, type InputOf } from '../entries/form/formState';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function open(check?: (input: FactInput) => Issue[]) {
  const record = fakeRecord(check);
  const transport = fakeTransport(record.handlers);
  renderInWindow(EntryScreen, {
    section: 'treatments',
    client: new Client(transport),
    patient,
    entry: 'new',
  });
  return { record, transport };
}

function hydrotherapy(): InputOf<'treatment'> {
  return blankOf('treatment', {
    kind: 'physiotherapy',
    name: 'Hydrotherapy',
    started: '2025',
    responses: [{ ...blankResponse(), when: '1 Mar 2026', relief: { value: '50' } }],
    told_by: 'document',
  });
}

/** A record with that treatment in it, and its page. */
function recorded() {
  const record = fakeRecord();
  record.put('t1', hydrotherapy());
  const transport = fakeTransport(record.handlers);
  const open = () =>
    renderInWindow(EntryScreen, {
      section: 'treatments',
      client: new Client(transport),
      patient,
      entry: 't1',
    });
  return { record, transport, open };
}

describe('a treatment', () => {
  it('is recorded without a mouse', async () => {
    const { record, transport } = open();
    const kind = await screen.findByRole('combobox', { name: 'Kind of treatment' });
    await waitFor(() => expect(document.activeElement).toBe(kind));
    expect(await violations()).toEqual([]);
    await userEvent.selectOptions(kind, 'Physiotherapy');
    kind.focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Treatment' }));
    await userEvent.keyboard('hydro{ArrowDown}{Enter}{Enter}12 sessions{Enter}2020{Enter}');
    const status = screen.getByRole('radiogroup', { name: 'Is it ongoing?' });
    expect(status.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard(' {ArrowRight}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Sessions planned' }));
    await userEvent.keyboard('12{Enter}9{Enter}');
    const told = screen.getByRole('textbox', { name: 'Told on' });
    told.focus();
    await userEvent.keyboard('2021{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Relief' }));
    await userEvent.keyboard('30{Enter}6 weeks');
    expect(
      transport.calls.some(({ request }) => JSON.stringify(request).includes('"kind":"relief","text":"30"')),
    ).toBe(true);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      kind: 'physiotherapy',
      medicine_line: '',
      name: 'Hydrotherapy',
      dose: '12 sessions',
      started: '2020',
      status: 'ended',
      therapy: { planned: '12', attended: '9' },
      responses: [
        {
          when: '2021',
          relief: { value: '30' },
          worsened: false,
          words: '',
          lasted: '6 weeks',
          adverse_effects: { missing: 'not_asked' },
          told_by: null,
        },
      ],
      stopped: { missing: 'not_asked' },
    });
  });

  it('takes a medicine as one line, read back as one types, with what is taken kept apart', async () => {
    const { record, transport } = open();
    const kind = await screen.findByRole('combobox', { name: 'Kind of treatment' });
    expect(screen.queryByRole('textbox', { name: 'Medicine line' })).toBeNull();
    await userEvent.selectOptions(kind, 'Medicine');
    const line = screen.getByRole('textbox', { name: 'Medicine line' });
    await userEvent.type(line, 'tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day');
    await screen.findByText('read tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day');
    expect(transport.asked('understand').at(-1)).toMatchObject({ kind: 'medicine' });
    await userEvent.type(screen.getByRole('textbox', { name: 'Taken a day' }), '3 tabs');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Bought without a prescription' }));
    const status = within(
      screen.getByRole('radiogroup', { name: 'Is it ongoing?', description: /opioid load/ }),
    );
    expect(status.queryByRole('radio', { checked: true }), 'nobody said so yet').toBeNull();
    await userEvent.click(status.getByRole('radio', { name: 'Ongoing' }));
    expect(screen.getByRole('combobox', { name: 'Treatment', description: /named after/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      kind: 'drug',
      medicine_line: 'tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day',
      taken_a_day: '3 tabs',
      status: 'running',
      over_the_counter: true,
      for_opioid_use_disorder: false,
      name: '',
    });
  });

  it('says at the field why a line is not understood, and keeps it in sight under another kind', async () => {
    open((input) =>
      input.noun === 'treatment' && input.kind === 'drug'
        ? [
            {
              path: 'medicine_line',
              problem: { code: 'not_a_medicine', why: { code: 'unit_missing', text: '10', usual: 'mg' } },
            },
          ]
        : [{ path: 'kind', problem: { code: 'medicine_of_other_kind' } }],
    );
    const kind = await screen.findByRole('combobox', { name: 'Kind of treatment' });
    await userEvent.selectOptions(kind, 'Medicine');
    await userEvent.type(screen.getByRole('textbox', { name: 'Medicine line' }), 'oxycodone 10');
    await userEvent.keyboard('{Control>}s{/Control}');
    const line = await screen.findByRole<HTMLInputElement>('textbox', {
      name: 'Medicine line',
      description: /“10” has no unit/,
    });
    await waitFor(() => expect(document.activeElement).toBe(line));
    expect(line.value).toBe('oxycodone 10');
    await userEvent.selectOptions(kind, 'Block');
    expect(screen.getByRole('textbox', { name: 'Medicine line' })).toBeTruthy();
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByRole('combobox', {
      name: 'Kind of treatment',
      description: /belongs to the kind Medicine/,
    });
  });

  it('keeps not asked, none and a list of adverse effects apart, and says why it ended', async () => {
    const { record } = open();
    const effects = within(await screen.findByRole('radiogroup', { name: 'Adverse effects' }));
    expect(effects.getByRole<HTMLInputElement>('radio', { name: 'Not asked' }).checked).toBe(true);
    await userEvent.click(effects.getByRole('radio', { name: 'None' }));
    await userEvent.click(effects.getByRole('radio', { name: 'Listed' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Adverse effect' }), 'drowsiness{Enter}');
    await userEvent.keyboard('dry mouth');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How bad, line 2' }), 'Mild');
    await userEvent.click(screen.getByRole('button', { name: /How it ended/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Why it ended' }), 'Did not help');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      responses: [
        { adverse_effects: { value: [{ what: 'drowsiness' }, { what: 'dry mouth', severity: 'mild' }] } },
      ],
      stopped: { value: 'ineffective' },
    });
  });

  it('trap 9: worsening stands apart from relief, and both at once are told at the field', async () => {
    open((input) =>
      input.noun === 'treatment' && input.responses[0]?.worsened
        ? [{ path: 'responses.0.relief', problem: { code: 'relief_and_worse' } }]
        : [],
    );
    await userEvent.type(await screen.findByRole('textbox', { name: 'Relief' }), '50');
    await userEvent.click(screen.getByRole('checkbox', { name: 'It made the pain worse' }));
    await userEvent.keyboard('{Control>}s{/Control}');
    const relief = await screen.findByRole('textbox', { name: 'Relief', description: /exclude each other/ });
    await waitFor(() => expect(document.activeElement).toBe(relief));
  });

  it('gets a response more in a few keys, and the earlier ones stay as they are', async () => {
    const { record, transport, open: shown } = recorded();
    shown();
    await screen.findByRole('heading', { name: 'Hydrotherapy' });
    await userEvent.keyboard('r');
    const relief = await screen.findByRole('textbox', { name: 'Relief' });
    await waitFor(() => expect(document.activeElement).toBe(relief));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Told on' }).value).toBe('today');
    expect(
      within(screen.getByRole('list', { name: 'Responses so far' })).getByText('1 Mar 2026: 50'),
    ).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Treatment' }), 'the rest is not asked for').toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Reason for the change' })).toBeNull();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('20{Control>}s{/Control}');
    await waitFor(() => expect(transport.asked('amend_entry')).toHaveLength(1));
    expect(transport.asked('amend_entry')[0]).toMatchObject({ base_version: 1, reason: 'New response' });
    expect(record.entries.get('t1')?.view.input).toEqual({
      ...hydrotherapy(),
      responses: [
        ...hydrotherapy().responses,
        { ...blankResponse(), when: 'today', relief: { value: '20' }, told_by: 'patient' },
      ],
    });
    await screen.findByText('today: 20');
    expect(screen.getByText('1 Mar 2026: 50')).toBeTruthy();
  });

  it('keeps a response that is not finished as a draft, and goes on with it in the same form', async () => {
    const { record, open: shown } = recorded();
    const { unmount } = shown();
    await screen.findByRole('heading', { name: 'Hydrotherapy' });
    await userEvent.keyboard('r');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Relief' }), '20{Escape}');
    await waitFor(() => expect(record.drafts.size).toBe(1));
    unmount();
    shown();
    await userEvent.click(await screen.findByRole('button', { name: /Continue/ }));
    const relief = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Relief' });
    expect(relief.value).toBe('20');
    expect(screen.queryByRole('combobox', { name: 'Treatment' })).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.drafts.size).toBe(0));
    expect(record.entries.get('t1')?.versions.at(-1)?.reason).toBe('New response');
  });

  it('amends or takes out a response that was wrong, with a reason', async () => {
    const { record, open: shown } = recorded();
    shown();
    await screen.findByRole('heading', { name: 'Hydrotherapy' });
    await userEvent.keyboard('e');
    const first = await screen.findByRole('textbox', { name: 'Relief' });
    await userEvent.clear(first);
    await userEvent.type(first, '40');
    await userEvent.click(screen.getByRole('button', { name: 'Add another response' }));
    const second = within(screen.getByRole('group', { name: 'Response 2' }));
    expect(document.activeElement).toBe(second.getByRole('textbox', { name: 'Told on' }));
    await userEvent.click(second.getByRole('button', { name: /Response 2/ }));
    expect(screen.queryByRole('group', { name: 'Response 2' })).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    const reason = await screen.findByRole('textbox', { name: 'Reason for the change' });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    await userEvent.type(reason, 'misheard{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('t1')?.view.version).toBe(2));
    expect(record.entries.get('t1')?.view.input).toMatchObject({ responses: [{ relief: { value: '40' } }] });
  });

  it('opens what it aimed at where the core asks for the side', async () => {
    open(() => [{ path: 'side', problem: { code: 'side_needed' } }]);
    await screen.findByRole('combobox', { name: 'Treatment' });
    expect(screen.queryByRole('radiogroup', { name: 'Side' })).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    const side = await screen.findByRole('radiogroup', { name: 'Side' });
    await waitFor(() => expect(side.contains(document.activeElement)).toBe(true));
  });

  it('asks of an injection what is usual at once, and of nothing else what does not belong to it', async () => {
    const { record } = open();
    const kind = await screen.findByRole('combobox', { name: 'Kind of treatment' });
    expect(screen.queryByRole('combobox', { name: 'Type' })).toBeNull();
    await userEvent.selectOptions(kind, 'Radiofrequency');
    expect(screen.getByRole('textbox', { name: 'Temperature' })).toBeTruthy();
    await userEvent.selectOptions(kind, 'Block');
    expect(screen.queryByRole('textbox', { name: 'Temperature' })).toBeNull();
    const type = screen.getByRole('combobox', { name: 'Type' });
    expect(within(type).queryByRole('option', { name: /radiofrequency/i })).toBeNull();
    await userEvent.selectOptions(type, 'Medial branch block, diagnostic');
    await userEvent.type(screen.getByRole('combobox', { name: 'Treatment' }), 'Medial branch block');
    await userEvent.type(screen.getByRole('textbox', { name: 'Levels' }), 'L4-L5 facet');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Kind of agent' }),
      'Local anaesthetic',
    );
    await userEvent.type(screen.getByRole('combobox', { name: 'Agent' }), 'Bupivacaine');
    await userEvent.type(screen.getByRole('textbox', { name: 'Strength' }), '0.5');
    await userEvent.type(screen.getByRole('textbox', { name: 'Volume' }), '0.5');
    await userEvent.click(
      within(screen.getByRole('radiogroup', { name: 'Guided by' })).getByRole('radio', {
        name: 'Fluoroscopy',
      }),
    );
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      kind: 'block',
      levels: 'L4-L5 facet',
      injection: {
        of_type: 'medial_branch_diagnostic',
        guidance: { value: 'fluoroscopy' },
        agents: [{ kind: 'local_anaesthetic', name: 'Bupivacaine', percent: '0.5', mg: '', ml: '0.5' }],
        concordant: 'not_asked',
      },
    });
  });

  it('takes a change of dose as a line with its date, and the medicine stays one treatment', async () => {
    const { record } = open();
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Kind of treatment' }),
      'Medicine',
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Medicine line' }), 'oxycodone 10 mg bd');
    await userEvent.click(screen.getByRole('button', { name: /Changes of dose/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a change of dose' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Medicine line from then on' }),
      'oxycodone 20 mg bd',
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'From' }), 'May 2026');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      medicine_line: 'oxycodone 10 mg bd',
      steps: [{ when: 'May 2026', medicine: 'oxycodone 20 mg bd', taken_a_day: '' }],
    });
  });
});

describe('what was not tried', () => {
  it('is recorded with why, and is no treatment', async () => {
    const record = fakeRecord();
    renderInWindow(EntryScreen, {
      section: 'treatments',
      client: new Client(fakeTransport(record.handlers)),
      patient,
      entry: 'new-untried',
    });
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Kind of treatment' }),
      'Neuromodulation trial',
    );
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Which one' }),
      'Spinal cord stimulation trial',
    );
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Why not' }), 'Waiting for it');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'untried',
      kind: 'neuromodulation_trial',
      because: { value: 'waiting' },
      considered: 'today',
    });
  });
});
