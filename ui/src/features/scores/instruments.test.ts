import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, Issue } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { keyOf, todayIso, type InstrumentInput } from './instrument';
import { forms, live } from './samples';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

vi.setConfig({ testTimeout: 30_000 });

function open(
  entry?: string,
  check?: (input: FactInput) => Issue[],
  before?: (record: ReturnType<typeof fakeRecord>) => void,
) {
  const record = fakeRecord(check);
  before?.(record);
  const transport = fakeTransport({
    ...record.handlers,
    list_instruments: () => forms,
    score_answers: ({ measure }) => live(measure as InstrumentInput),
  });
  renderInWindow(EntryScreen, { section: 'scores', client: new Client(transport), patient, entry });
  const measures = () =>
    [...record.entries.values()].map(({ view }) =>
      view.input.noun === 'score' && view.input.measure.measure === 'instrument' ? view.input.measure : null,
    );
  return { record, transport, measures };
}
const group = (name: RegExp) => screen.getByRole('radiogroup', { name });
const focusIn = (element: HTMLElement) => element.contains(document.activeElement);

/** Opens a form as one does by hand: the list, a few letters, Enter. */
async function pick(text: string) {
  await userEvent.click(await screen.findByRole('button', { name: /Questionnaires and tests/ }));
  const search = screen.getByRole('searchbox', { name: 'Find a questionnaire or test' });
  await waitFor(() => expect(document.activeElement).toBe(search));
  await userEvent.keyboard(`${text}{Enter}`);
  return screen.findByRole<HTMLInputElement>('textbox', { name: 'When' });
}

beforeEach(() => {
  location.hash = '';
});

describe('the list of questionnaires and tests', () => {
  it('finds by name and by what is measured, and says which take only a total', async () => {
    open('new');
    await userEvent.click(await screen.findByRole('button', { name: /Questionnaires and tests/ }));
    const list = screen.getByRole('list', { name: 'Questionnaires and tests' });
    await waitFor(() => expect(within(list).getAllByRole('button')).toHaveLength(forms.length));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('beliefs');
    expect(
      within(list)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual([expect.stringContaining('Total only')]);
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.keyboard('zzz');
    expect(screen.getByText(/Nothing has that name/)).toBeTruthy();
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(within(list).getAllByRole('button')[1]);
  });
});

describe('a questionnaire', () => {
  it('is answered by one digit each, goes on by itself, steps back, and keeps a blank a blank', async () => {
    const { measures, record } = open('new');
    const when = await pick('moods');
    await userEvent.type(when, '3 May 2024');
    expect(screen.getByText('nothing answered yet')).toBeTruthy();
    group(/First question/)
      .querySelector('input')
      ?.focus();
    await userEvent.keyboard('21');
    expect(focusIn(group(/Third question/))).toBe(true);
    await userEvent.keyboard('{Backspace}');
    expect(focusIn(group(/Second question/))).toBe(true);
    await userEvent.keyboard('{Delete}');
    expect(within(group(/Second question/)).queryByRole('radio', { checked: true })).toBeNull();
    expect(within(group(/Second question/)).getByText('Not answered')).toBeTruthy();
    await userEvent.keyboard('{Enter}0');
    expect(focusIn(group(/How hard was it/))).toBe(true);
    await screen.findByText(/no score: 2 of 3 answered/);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(measures()[0]).toMatchObject({ instrument: 'moods', answers: ['2', '', '0', ''], prorate: false });
    expect(record.drafts.size).toBe(0);
  });

  it('trap 3: shows a positive or a blank safety question at once, whatever the total', async () => {
    open('new');
    await pick('moods');
    group(/First question/)
      .querySelector('input')
      ?.focus();
    await userEvent.keyboard('0');
    expect(await screen.findByText('Not assessed.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    group(/Third question/)
      .querySelector('input')
      ?.focus();
    await userEvent.keyboard('1');
    expect((await screen.findByRole('alert')).textContent).toContain('Self-harm item positive');
  });

  it('trap 2: makes up for blanks only on request, and only while there is a rule for it', async () => {
    const { measures } = open('new');
    await userEvent.type(await pick('moods'), '2024');
    expect(screen.queryByRole('checkbox', { name: /Make up/ })).toBeNull();
    group(/First question/)
      .querySelector('input')
      ?.focus();
    await userEvent.keyboard('11');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Make up for one blank' }));
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(measures()[0]).toMatchObject({ answers: ['1', '1', '', ''], prorate: true }));
  });

  it('reads one and then nought as ten on a scale, and a word by its place', async () => {
    open('new');
    await pick('scale');
    group(/Pain now/)
      .querySelector('input')
      ?.focus();
    await userEvent.keyboard('10');
    expect(within(group(/Pain now/)).getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe(
      '10',
    );
    expect(focusIn(group(/Pain on average/))).toBe(true);
    await userEvent.keyboard('1{Enter}');
    expect(
      within(group(/Pain on average/)).getByRole<HTMLInputElement>('radio', { checked: true }).value,
    ).toBe('1');
    expect(keyOf(['better', 'same'], 1)).toBe('2');
  });

  it('shows its rule, its source and how sure they are behind one press', async () => {
    open('new');
    await pick('moods');
    expect(screen.getByText('Made up for tests.')).toBeTruthy();
    expect(screen.queryByText('Nobody 2020')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Scoring rule and source/ }));
    expect(screen.getByText('Nobody 2020')).toBeTruthy();
    expect(screen.getByText(/a clinician should confirm it/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('takes the total alone where only that is known', async () => {
    const { measures } = open('new');
    await userEvent.type(await pick('moods'), '2024');
    await userEvent.click(screen.getByRole('checkbox', { name: 'I have only the total' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Total' }), '7');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(measures()[0]).toMatchObject({ total: '7', answers: ['', '', '', ''] }));
  });

  it('puts what the core objects to at its question', async () => {
    open('new', () => [{ path: 'answers.1', problem: { code: 'out_of_range', min: 0, max: 3 } }]);
    await pick('moods');
    group(/First question/)
      .querySelector('input')
      ?.focus();
    await userEvent.keyboard('1{Control>}s{/Control}');
    await waitFor(() => expect(group(/Second question/).getAttribute('aria-invalid')).toBe('true'));
    await waitFor(() => expect(focusIn(group(/Second question/))).toBe(true));
  });

  it('is offered again as a draft of its own and continued in the same form', async () => {
    const measure: InstrumentInput = {
      measure: 'instrument',
      instrument: 'moods',
      edition: '',
      activities: [],
      answers: ['2', '', ''],
      total: '',
      parts: [],
      confirmed: false,
      prorate: false,
      capture: 'ticks',
    };
    const input: FactInput = { noun: 'score', when: '2024', measure, told_by: 'patient', note: '' };
    const nrs: FactInput = {
      ...input,
      measure: { measure: 'nrs', site: 'back', side: null, kind: null, period: '', value: '7' },
    };
    const offered = {
      kept_at: '25 Nov 2026, 14:03',
      reason: '',
      name: 'Sample, Anna',
      title: null,
      changes: [],
    };
    const kept = { patient: 'p1', noun: 'score' as const, entry: null, base_version: null, ...offered };
    open(undefined, undefined, ({ drafts }) => {
      drafts.set('b', { ...kept, draft: 'b', sitting: 'b', input: nrs });
      drafts.set('a', { ...kept, draft: 'a', sitting: 'a', input });
    });
    const offers = await screen.findByText(/2024, MOODS/);
    expect(screen.getAllByRole('button', { name: 'Continue' })).toHaveLength(2);
    await userEvent.click(
      within(offers.closest('li') as HTMLElement).getByRole('button', { name: 'Continue' }),
    );
    await screen.findByRole('radiogroup', { name: /First question/ });
    expect(
      within(group(/First question/)).getByRole<HTMLInputElement>('radio', { checked: true }).value,
    ).toBe('2');
  });

  it('is amended in its own form', async () => {
    const { record } = open(
      'x1',
      undefined,
      ({ put }) =>
        void put('x1', {
          noun: 'score',
          when: '2024',
          told_by: 'patient',
          note: '',
          measure: {
            measure: 'instrument',
            instrument: 'word',
            edition: '',
            activities: [],
            answers: ['better'],
            total: '',
            parts: [],
            confirmed: false,
            prorate: false,
            capture: 'ticks',
          },
        }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await screen.findByRole('radiogroup', { name: /How are you now/ });
    expect(screen.queryByRole('button', { name: 'Hand over to the patient' })).toBeNull();
    within(group(/How are you now/))
      .getByRole('radio', { name: 'Better' })
      .focus();
    await userEvent.keyboard('2');
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'misheard');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('x1')?.view.version).toBe(2));
    expect(record.entries.get('x1')?.view.input).toMatchObject({ measure: { answers: ['same'] } });
  });
});

describe('other forms', () => {
  it('trap 4: ticks need the confirmation that all statements were read', async () => {
    const { measures } = open('new', (input) =>
      input.noun === 'score' && input.measure.measure === 'instrument' && !input.measure.confirmed
        ? [{ path: 'confirmed', problem: { code: 'required' } }]
        : [],
    );
    await userEvent.type(await pick('ticks'), '2024');
    await userEvent.click(screen.getByRole('checkbox', { name: 'I lie' }));
    await userEvent.keyboard('{Control>}s{/Control}');
    const confirm = await screen.findByRole('checkbox', {
      name: 'I have read all statements',
      description: /Only the patient can say this/,
    });
    expect(await violations()).toEqual([]);
    await userEvent.click(confirm);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(measures()[0]).toMatchObject({ answers: ['', '1'], confirmed: true }));
  });

  it('a test is a number with its unit or unable, which is no number', async () => {
    const { measures } = open('new');
    await userEvent.type(await pick('walk'), '2024');
    const metres = screen.getByRole<HTMLInputElement>('textbox', {
      name: 'Six-minute walk test',
      description: /higher is better/,
    });
    await userEvent.type(metres, '412');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Unable or unsafe' }));
    expect(metres.disabled).toBe(true);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(measures()[0]).toMatchObject({ answers: ['unable'] }));
  });

  it('trap 6: a licensed form takes a total, its version and parts, and shows no question', async () => {
    const { measures } = open('new');
    await userEvent.type(await pick('owned'), '2024');
    expect(screen.queryByRole('radiogroup', { name: /question/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Hand over to the patient' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'Total' }), '7');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Version' }), '1.1');
    await userEvent.type(screen.getByRole('textbox', { name: /Part one/ }), '3');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() =>
      expect(measures()[0]).toMatchObject({
        total: '7',
        edition: '1.1',
        activities: [],
        parts: [{ key: 'one', value: '3' }],
      }),
    );
  });

  it("asks for the patient's own activities, each in their words with its rating", async () => {
    const { measures } = open('new');
    await userEvent.type(await pick('mine'), '2024');
    expect(screen.getByText('Name up to five things.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Activity 1' }), 'Walking to the shop');
    await userEvent.type(screen.getByRole('textbox', { name: 'Rating of activity 1' }), '3');
    await userEvent.click(screen.getByRole('button', { name: 'Another activity' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Activity 4/ }), 'sitting at work');
    await userEvent.type(screen.getByRole('textbox', { name: /^Rating of activity 4/ }), '6');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() =>
      expect(measures()[0]).toMatchObject({
        activities: ['Walking to the shop', '', '', 'sitting at work', ''],
        answers: ['3', '', '', '6', ''],
        total: '',
      }),
    );
  });

  it('asks for the value set of an index and takes one that is not listed', async () => {
    const { measures } = open('new');
    await userEvent.type(await pick('utility'), '2024');
    await userEvent.type(screen.getByRole('textbox', { name: 'Total' }), '0.71');
    await userEvent.type(screen.getByRole('combobox', { name: /Value set/ }), '5L Italy 2022');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(measures()[0]).toMatchObject({ total: '0.71', edition: '5L Italy 2022' }));
  });

  it('writes the day so that it means the same on any later day', () => {
    expect(todayIso(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
