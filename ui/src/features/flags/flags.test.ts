import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, FlagInput, RedFlagsView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { caution, emergency, questions, quiet, sameDay } from '../../test/flags';
import { blank } from './asking';
import { decider } from './decider';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function open(entry?: string, view: Partial<RedFlagsView> = {}, more: Handlers = {}) {
  const record = fakeRecord();
  const handlers: Handlers = {
    ...record.handlers,
    flag_questions: () => questions,
    red_flags: () => ({ ...quiet, ...view }),
    ...more,
  };
  renderInWindow(EntryScreen, {
    section: 'flags',
    client: new Client(fakeTransport(handlers)),
    patient,
    entry,
  });
  return record;
}

describe('who decided', () => {
  it.each([
    ['Dr Okafor', 'pain consultant', 'Dr Okafor, pain consultant'],
    ['clinician', 'Clinician', 'clinician'],
    ['', 'clinician', 'clinician'],
  ])('%s as %s is said as %s', (by, role, said) => expect(decider(by, role)).toBe(said));
});

const group = (name: string) => screen.findByRole('radiogroup', { name });
const kept = (record: ReturnType<typeof fakeRecord>): FlagInput => {
  const input = [...record.entries.values()][0]?.view.input;
  if (input?.noun !== 'flag') throw new Error('no asking was kept');
  return input;
};

describe('asking about red flags', () => {
  it('begins on the local day, written so that no one misreads it, with no answer', () => {
    expect(blank(new Date(2026, 0, 5, 23, 59))).toMatchObject({ asked_on: '2026-01-05', answers: {} });
  });

  it('answers each question by one key; trap 31: what is untouched stays not asked', async () => {
    const record = open('new');
    const first = await group('Does urine leak without control?');
    expect(await violations()).toEqual([]);
    within(first).getByLabelText('Yes').focus();
    await userEvent.keyboard('n');
    const second = await group('Is there any loss of control of the bowels?');
    await waitFor(() => expect(second.contains(document.activeElement)).toBe(true));
    await userEvent.keyboard('u');
    const third = await group('Is there pain, weakness or numbness in both legs?');
    await waitFor(() => expect(third.contains(document.activeElement)).toBe(true));
    await userEvent.keyboard('x');
    expect(within(third).queryByLabelText('Does not apply')).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record).answers).toEqual({ bladder_leak: { is: 'no' }, bowel_control: { is: 'unknown' } });
  });

  it('asks after a yes whether it is new, changed or unchanged and since when', async () => {
    const record = open('new');
    const first = await group('Does urine leak without control?');
    within(first).getByLabelText('Yes').focus();
    await userEvent.keyboard('y');
    await waitFor(() => expect(document.activeElement).toBe(within(first).getByLabelText('Yes')));
    const course = await group('New or known');
    expect(within(course).getByLabelText('Long-standing, unchanged')).toBeTruthy();
    await userEvent.click(within(course).getByLabelText('Changed'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Since when' }), 'May 2026');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record).answers).toEqual({
      bladder_leak: { is: 'yes', course: 'changed', since: 'May 2026' },
    });
  });

  it('offers "unchanged" only where a finding can be long-standing, and "does not apply" only where it can', async () => {
    open('new');
    const legs = await group('Is there pain, weakness or numbness in both legs?');
    await userEvent.click(within(legs).getByLabelText('Yes'));
    expect(within(await group('New or known')).queryByLabelText('Long-standing, unchanged')).toBeNull();
    expect(within(legs).queryByLabelText('Does not apply')).toBeNull();
    expect(within(await group('Is the wound red or warm?')).getByLabelText('Does not apply')).toBeTruthy();
  });

  it('takes an answer back with Delete', async () => {
    open('new');
    const first = await group('Does urine leak without control?');
    await userEvent.click(within(first).getByLabelText('No'));
    await userEvent.keyboard('{Delete}');
    expect(
      within(first)
        .queryAllByRole<HTMLInputElement>('radio')
        .filter((radio) => radio.checked),
    ).toEqual([]);
  });

  it('trap 31: "none of these today" names the untouched questions and leaves answers alone', async () => {
    const record = open('new');
    const first = await group('Does urine leak without control?');
    await userEvent.click(within(first).getByLabelText('Yes'));
    await userEvent.click(
      screen.getByRole('button', { name: 'None of these today: Bladder, bowel, saddle area, both legs' }),
    );
    const named = screen.getByRole('group', {
      name: 'None of these today: Bladder, bowel, saddle area, both legs',
    });
    expect(
      within(named)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['loss of bowel control', 'pain in both legs']);
    expect(await violations()).toEqual([]);
    await userEvent.click(within(named).getByRole('button', { name: 'Answer No to these 2' }));
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record).answers).toEqual({
      bladder_leak: { is: 'yes', course: 'not_said', since: '' },
      bowel_control: { is: 'no' },
      both_legs: { is: 'no' },
    });
  });

  it('shows the last answer with its age, and which of them are too old', async () => {
    open('new', {
      last: [
        {
          question: 'bladder_leak',
          answer: 'No',
          on: '3 May 2026, 7 months ago',
          stale: 'not assessed since 3 May 2026',
        },
        { question: 'bowel_control', answer: 'No', on: '20 Nov 2026, 5 days ago', stale: null },
      ],
    });
    expect(await screen.findByText('Last answer: No, 3 May 2026, 7 months ago')).toBeTruthy();
    expect(screen.getByText('not assessed since 3 May 2026')).toBeTruthy();
    expect(screen.getByText('Last answer: No, 20 Nov 2026, 5 days ago')).toBeTruthy();
    expect(screen.getAllByText('Not asked yet')).toHaveLength(2);
    expect(
      within(await group('Does urine leak without control?'))
        .queryAllByRole<HTMLInputElement>('radio')
        .some((one) => one.checked),
    ).toBe(false);
  });

  it('keeps what was measured with its unit, and tells what is wrong at its field', async () => {
    const record = open('new');
    await group('Does urine leak without control?');
    await userEvent.click(screen.getByRole('button', { name: /Measured/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'CRP, value' }), '12');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'CRP, unit' }), 'mg/dL');
    await userEvent.type(screen.getByRole('textbox', { name: 'Temperature, value' }), '98');
    expect(await violations()).toEqual([]);
    record.refuse.push({
      code: 'invalid',
      issues: [{ path: 'measured.0.value', problem: { code: 'out_of_range', min: 25, max: 45 } }],
    });
    await userEvent.keyboard('{Control>}s{/Control}');
    const field = screen.getByRole('textbox', { name: 'Temperature, value' });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    await userEvent.clear(field);
    await userEvent.type(field, '38.2');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    const given = kept(record).measured.filter(({ value }) => value !== '');
    expect(given).toMatchObject([
      { what: 'temperature', value: '38.2', unit: '°C' },
      { what: 'crp', value: '12', unit: 'mg/dL' },
    ]);
  });

  it('takes muscle power by keyboard, side by side, and tells what is no grade at its field', async () => {
    const record = open('new');
    await group('Does urine leak without control?');
    await userEvent.click(screen.getByRole('button', { name: /Muscle power/ }));
    screen.getByRole('textbox', { name: 'Ankle dorsiflexors (L4), left' }).focus();
    await userEvent.keyboard('5{Enter}4-{ArrowDown}NT');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Great-toe extensor (L5), left, known and unchanged' }),
    );
    expect(await violations()).toEqual([]);
    record.refuse.push({
      code: 'invalid',
      issues: [{ path: 'power.l5_left', problem: { code: 'not_a_grade', text: '4-' } }],
    });
    await userEvent.keyboard('{Control>}s{/Control}');
    const field = screen.getByRole('textbox', { name: 'Great-toe extensor (L5), left' });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText(/“4-” is not a grade of muscle power/)).toBeTruthy();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record).power).toEqual([
      { muscle: 'l4', side: 'left', grade: '5', known: false },
      { muscle: 's1', side: 'left', grade: 'NT', known: false },
      { muscle: 'l5', side: 'left', grade: '4-', known: true },
    ]);
  });

  it('asks for the course where nothing fires without it', async () => {
    open('new');
    const legs = await group('Is there pain, weakness or numbness in both legs?');
    await userEvent.click(within(legs).getByLabelText('Yes'));
    expect(screen.getByText(/Say whether this is new, changed or long-standing/)).toBeTruthy();
    await userEvent.click(within(await group('New or known')).getByLabelText('New'));
    expect(screen.queryByText(/Say whether this is new, changed or long-standing/)).toBeNull();
  });

  it('says what went wrong when the questions do not come', async () => {
    open(
      'new',
      {},
      {
        flag_questions: () => {
          throw { code: 'unavailable' };
        },
      },
    );
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('what the red flags say', () => {
  it('trap 31: nothing asked is told as not asked, not as negative', async () => {
    open();
    expect(await screen.findByText('Red flags were not asked about.')).toBeTruthy();
    expect(screen.queryByText(/No red flag is open/)).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('does not say "not asked" alone where red flags are noted in words', async () => {
    open(undefined, { noted: ['saddle anaesthesia in 2019'] });
    expect(await screen.findByText('Noted in words: saddle anaesthesia in 2019')).toBeTruthy();
    expect(screen.getByText('The questions were not asked.')).toBeTruthy();
    expect(screen.queryByText('Red flags were not asked about.')).toBeNull();
  });

  it('shows what is to be asked and everything that was measured, and calls neither "none open"', async () => {
    open(undefined, {
      asked: '24 Nov 2026, yesterday',
      asks_on: [{ words: 'pain in both legs', on: '24 Nov 2026, yesterday' }],
      measured: ['CRP: 85.0 mg/L (24 Nov 2026).'],
    });
    expect(await screen.findByText('pain in both legs, 24 Nov 2026, yesterday')).toBeTruthy();
    expect(screen.queryByText(/No red flag is open/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Measured and examined/ }));
    expect(screen.getByText('CRP: 85.0 mg/L (24 Nov 2026).')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('has the limits that the clinic set one press away, with both sources', async () => {
    const said =
      'Fever from: 38.5 °C (the clinic’s own: Dr A. Author, 3 May 2026; agreed). Built in: 38.0 °C. Source: x';
    open(undefined, { asked: '24 Nov 2026, yesterday', own_limits: [said] });
    await userEvent.click(await screen.findByRole('button', { name: 'Limits set by this clinic 1' }));
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('shows what fired with its inputs, and its source one press away', async () => {
    open(undefined, {
      fired: [emergency, sameDay, caution],
      asked: '24 Nov 2026, yesterday',
      unchanged: [{ words: 'foot drop', on: '24 Nov 2026, yesterday' }],
      resolved: [
        {
          rule: 'red_flag.fract',
          title: 'Possible fracture risk',
          by: 'Dr Okafor',
          role: 'pain consultant',
          at: '20 Nov 2026, 14:03',
          reason: 'X-ray without fracture',
          entry: 'r1',
        },
      ],
      not_assessed: [
        { rule: 'red_flag.vasc', title: 'Blood vessels, chest', missing: ['absent foot pulses: not asked'] },
      ],
    });
    const fired = await screen.findByRole('article', { name: 'Bladder, bowel, saddle or both legs' });
    expect(within(fired).getByText('Emergency, now')).toBeTruthy();
    expect(within(fired).getByText('loss of bladder control (24 Nov 2026, said by patient)')).toBeTruthy();
    expect(within(fired).getByText(/This does not make a diagnosis\./)).toBeTruthy();
    await userEvent.click(within(fired).getByRole('button', { name: 'Why this is shown' }));
    expect(within(fired).getByText('Source: National pathway, 2023')).toBeTruthy();
    expect(screen.getByText('foot drop, 24 Nov 2026, yesterday')).toBeTruthy();
    expect(screen.getByText('X-ray without fracture')).toBeTruthy();
    expect(screen.getByText('Dr Okafor, pain consultant, 20 Nov 2026, 14:03')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Not assessed/ }));
    expect(screen.getByText('absent foot pulses: not asked')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('tells what was answered with no in one line for a day, after what is there and what is not known', async () => {
    const no = Array.from({ length: 64 }, (_, at) => ({
      words: `finding ${at}`,
      on: at < 60 ? '24 Nov 2026, yesterday' : '3 May 2026, 29 weeks ago',
    }));
    open(undefined, {
      asked: '24 Nov 2026, yesterday',
      unchanged: [{ words: 'foot drop', on: '24 Nov 2026, yesterday' }],
      answered_no: no,
      not_assessed: [
        { rule: 'red_flag.vasc', title: 'Blood vessels, chest', missing: ['absent foot pulses: not asked'] },
      ],
    });
    const answered = await screen.findByRole('button', { name: 'Answered no 64' });
    const after = (one: Element) => one.compareDocumentPosition(answered) & Node.DOCUMENT_POSITION_FOLLOWING;
    expect(after(screen.getByText('foot drop, 24 Nov 2026, yesterday'))).toBeTruthy();
    expect(after(screen.getByRole('button', { name: /Not assessed/ }))).toBeTruthy();
    await userEvent.click(answered);
    const names = (from: number, to: number) =>
      no
        .slice(from, to)
        .map(({ words }) => words)
        .join('; ');
    expect(screen.getByText(`24 Nov 2026, yesterday: ${names(0, 60)}`)).toBeTruthy();
    expect(screen.getByText(`3 May 2026, 29 weeks ago: ${names(60, 64)}`)).toBeTruthy();
    expect(screen.queryAllByRole('listitem').filter((item) => item.textContent?.includes('finding'))).toEqual(
      [],
    );
    expect(await violations()).toEqual([]);
  });

  it('resolves with a reason of three characters, in the role of the author, by keyboard', async () => {
    const sent: FactInput[] = [];
    open(
      undefined,
      { fired: [emergency], asked: '24 Nov 2026, yesterday' },
      {
        record_entry: ({ input, entry }) => {
          sent.push(input);
          return { value: { id: entry } as never, changes: [`patient/${patient.id}`] };
        },
      },
    );
    (await screen.findByRole('button', { name: 'Resolve: Bladder, bowel, saddle or both legs' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Resolve a red flag' });
    expect(within(dialog).getByText('Decided by Dr Okafor, pain consultant')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(within(dialog).getByRole('textbox', { name: 'Reason' })),
    );
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('ok');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    expect(await within(dialog).findByText('Say why, in at least three characters')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.keyboard(', seen and MRI done');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      noun: 'resolution',
      rule: 'red_flag.ces',
      version: 1,
      lowered_to: null,
      by: 'Dr Okafor',
      role: 'pain consultant',
      reason: 'ok, seen and MRI done',
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers to lower only what the rule lets be lowered', async () => {
    open(undefined, { fired: [sameDay], asked: '24 Nov 2026, yesterday' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resolve: Numbness, tingling or weakness' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Resolve a red flag' });
    expect(within(dialog).getByLabelText('Still open, lowered to urgent')).toBeTruthy();
  });
});
