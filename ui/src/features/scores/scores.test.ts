import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { DraftView, FactInput, Issue, MeasureInput } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { groupDrafts } from '../entries/drafts/draftGroups';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const score = (measure: MeasureInput, when = '3 May 2019'): FactInput => ({
  noun: 'score',
  when,
  measure,
  told_by: 'patient',
  note: '',
});
const nrs = (site: 'back' | 'leg', value: string) =>
  score({ measure: 'nrs', site, side: null, kind: null, period: '', value });
function draft(id: string, input: FactInput, sitting = 's1'): DraftView {
  return {
    draft: id,
    patient: 'p1',
    noun: 'score',
    entry: null,
    base_version: null,
    kept_at: '25 Nov 2026, 14:03',
    reason: '',
    name: 'Sample, Anna',
    sitting,
    title: null,
    changes: [],
    input,
  };
}

function open(
  entry?: string,
  check?: (input: FactInput) => Issue[],
  before?: (record: ReturnType<typeof fakeRecord>) => void,
) {
  const record = fakeRecord(check);
  before?.(record);
  const transport = fakeTransport(record.handlers);
  renderInWindow(EntryScreen, { section: 'scores', client: new Client(transport), patient, entry });
  const measures = () =>
    [...record.entries.values()].map(({ view }) => (view.input.noun === 'score' ? view.input.measure : null));
  return { record, transport, measures };
}
const group = (name: string) => screen.getByRole('radiogroup', { name });

beforeEach(() => {
  location.hash = '';
});

describe('a set of scores', () => {
  it('is recorded without a mouse: a digit rates, Enter moves on, what was not asked stays out', async () => {
    const { record, measures } = open('new');
    const when = await screen.findByRole('textbox', { name: 'When' });
    await waitFor(() => expect(document.activeElement).toBe(when));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('3.5.2019{Enter}7{Enter}10{Enter}{Enter}4{Delete}{Enter}');
    expect(group('Pain in the leg').querySelector<HTMLInputElement>('input:checked')?.value).toBe('10');
    // What was asked, once for all ratings; not said unless someone says it.
    expect(document.activeElement).toBe(
      within(group('What was asked')).getByRole('radio', { name: 'Not said' }),
    );
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'ODI total' }));
    await userEvent.keyboard('42{Enter}2.1a{Enter}sitt{ArrowDown}{Enter}{Enter}20{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Unit' }));
    expect((document.activeElement as HTMLInputElement).value).toBe('min');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(4));
    expect(measures()).toEqual([
      { measure: 'nrs', site: 'back', side: null, kind: null, period: '', value: '7' },
      { measure: 'nrs', site: 'leg', side: null, kind: null, period: '', value: '10' },
      { measure: 'odi', value: '42', version: '2.1a' },
      { measure: 'number', name: 'Sitting tolerance', value: '20', unit: 'min' },
    ]);
    expect(location.hash).toBe('#/patients/p1/scores');
    expect(record.drafts.size).toBe(0);
  });

  it('lets places that were not rated last time wait behind a button, and asks for them by it', async () => {
    open('new', undefined, ({ put }) => put('x1', nrs('leg', '6')));
    await screen.findByRole('button', { name: 'Rate pain in other places' });
    expect(group('Pain in the back'), 'the spine goes with its limb').toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Pain in the neck' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Rate pain in other places' }));
    expect(document.activeElement).toBe(within(group('Pain in the neck')).getByRole('radio', { name: '0' }));
    expect(group('Pain in the arm')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Rate pain in other places' })).toBeNull();
  });

  it('asks for every place where none was rated before', async () => {
    open('new');
    await screen.findByRole('textbox', { name: 'When' });
    expect(group('Pain in the neck')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Rate pain in other places' })).toBeNull();
  });

  it('asks as it asked the last time: kind, period, sides and the version of the ODI are filled in and seen', async () => {
    const { record, measures } = open('new', undefined, ({ put }) => {
      const rating = (side: 'left' | 'right') =>
        score({ measure: 'nrs', site: 'leg', side, kind: 'average', period: '7 days', value: '6' });
      put('x1', rating('left'));
      put('x2', rating('right'));
      put('x3', score({ measure: 'odi', value: '60', version: '2.1a' }));
    });
    await screen.findByRole('radiogroup', { name: 'Pain in the leg, right, average of 7 days' });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'ODI version' }).value).toBe('2.1a');
    await userEvent.keyboard('3.5.2020{Enter}{Enter}4{Enter}5');
    await userEvent.type(screen.getByRole('textbox', { name: 'ODI total' }), '42');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(6));
    expect(measures().slice(3)).toEqual([
      { measure: 'nrs', site: 'leg', side: 'left', kind: 'average', period: '7 days', value: '4' },
      { measure: 'nrs', site: 'leg', side: 'right', kind: 'average', period: '7 days', value: '5' },
      { measure: 'odi', value: '42', version: '2.1a' },
    ]);
  });

  it('with what was filled in alone saves nothing', async () => {
    const { record } = open('new', undefined, ({ put }) => {
      put('x3', score({ measure: 'odi', value: '60', version: '2.1a' }));
    });
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'ODI version' }).value).toBe('2.1a'),
    );
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(screen.getByText(/Nothing to save yet/)).toBeTruthy();
    expect(record.entries.size).toBe(1);
    expect(record.drafts.size).toBe(0);
  });

  it('records the other side of a limb beside the first, and pain now without a period', async () => {
    const { record, measures } = open('new');
    await screen.findByRole('textbox', { name: 'When' });
    await userEvent.keyboard('2020{Enter}{Enter}8');
    await userEvent.click(within(group('What was asked')).getByRole('radio', { name: 'Now' }));
    expect(screen.queryByRole('textbox', { name: 'Over which time' })).toBeNull();
    await userEvent.click(within(group('Side of the leg')).getByRole('radio', { name: 'Left' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a rating of another side' }));
    within(group('Pain in the leg, right, now')).getByRole('radio', { name: '0' }).focus();
    await userEvent.keyboard('3');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(2));
    expect(measures()).toEqual([
      { measure: 'nrs', site: 'leg', side: 'left', kind: 'now', period: '', value: '8' },
      { measure: 'nrs', site: 'leg', side: 'right', kind: 'now', period: '', value: '3' },
    ]);
  });

  it('with nothing filled in saves nothing and says so', async () => {
    const { record } = open('new');
    await screen.findByRole('textbox', { name: 'When' });
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(screen.getByText(/Nothing to save yet/)).toBeTruthy();
    expect(record.entries.size).toBe(0);
  });

  it('is saved whole or not at all, and says at its row what is wrong', async () => {
    const { record, transport } = open('new', (input) =>
      input.noun === 'score' && input.measure.measure === 'odi' && Number(input.measure.value) > 100
        ? [{ path: 'value', problem: { code: 'out_of_range', min: 0, max: 100 } }]
        : [],
    );
    await userEvent.type(await screen.findByRole('textbox', { name: 'When' }), '3 May 2019{Enter}');
    await userEvent.keyboard('7');
    await userEvent.type(screen.getByRole('textbox', { name: 'ODI total' }), '420');
    await userEvent.keyboard('{Control>}s{/Control}');
    const odi = await screen.findByRole('textbox', {
      name: 'ODI total',
      description: /number from 0 to 100/,
    });
    await screen.findByText(/Nothing was saved yet. What you typed is kept/);
    expect(record.entries.size).toBe(0);
    await waitFor(() => expect(document.activeElement).toBe(odi));
    expect(await violations()).toEqual([]);
    await userEvent.clear(odi);
    await userEvent.type(odi, '42');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(2));
    const saves = transport.calls.filter(({ name }) => name === 'record_entries');
    expect(saves).toHaveLength(2);
  });

  it('sends the same request again after a failure, so that a lost answer makes no second score', async () => {
    const { record, transport } = open('new');
    await userEvent.type(await screen.findByRole('textbox', { name: 'When' }), '2019{Enter}');
    await userEvent.keyboard('7');
    record.refuse.push({ code: 'unavailable' });
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText(/cannot be reached|busy/);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    const [first, second] = transport.calls.filter(({ name }) => name === 'record_entries');
    expect(second?.request).toEqual(first?.request);
  });

  it('tells an issue with the date once, at the date', async () => {
    open('new', () => [{ path: 'when', problem: { code: 'required' } }]);
    await screen.findByRole('textbox', { name: 'When' });
    await userEvent.keyboard('{Enter}7{Enter}5');
    await userEvent.keyboard('{Control>}s{/Control}');
    const when = await screen.findByRole('textbox', { name: 'When', description: /Enter an answer/ });
    await waitFor(() => expect(document.activeElement).toBe(when));
    expect(screen.getByText('Not saved: check one answer')).toBeTruthy();
  });

  it('is kept as drafts that are offered and continued as one set', async () => {
    const { record, measures } = open(undefined, undefined, ({ drafts }) => {
      drafts.set('a', draft('a', nrs('back', '7')));
      drafts.set('b', draft('b', score({ measure: 'number', name: 'Walk', value: '90', unit: 'm' })));
    });
    const offers = await screen.findAllByText('kept 25 Nov 2026, 14:03, not part of the record yet');
    expect(offers).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const when = await screen.findByRole<HTMLInputElement>('textbox', { name: 'When' });
    expect(when.value).toBe('3 May 2019');
    expect(screen.getByDisplayValue('Walk')).toBeTruthy();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.drafts.size).toBe(0));
    expect(measures()).toHaveLength(2);
  });

  it('keeps each score as its own draft and takes the draft back with the score', async () => {
    const { record } = open('new');
    const when = await screen.findByRole('textbox', { name: 'When' });
    await userEvent.type(when, '2019');
    await waitFor(() => expect(record.drafts.size).toBe(1), { timeout: 2000 });
    await userEvent.keyboard('{Enter}7');
    const sites = () =>
      [...record.drafts.values()].map(({ input }) => (input.noun === 'score' ? input.measure.measure : ''));
    await waitFor(() => expect(sites()).toEqual(['nrs']), { timeout: 2000 });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(location.hash).toBe('#/patients/p1/scores'));
    expect(sites()).toEqual(['nrs']);
  });
});

describe('scores', () => {
  it('of one sitting come back as one set, whatever their dates, and those of two sittings never do', () => {
    const ids = (drafts: DraftView[]) => groupDrafts(drafts).map((one) => one.map(({ draft: id }) => id));
    const all = [
      draft('a', nrs('back', '7')),
      draft('b', nrs('back', '5'), 's2'),
      draft('c', nrs('leg', '3')),
    ];
    expect(ids(all)).toEqual([['a', 'c'], ['b']]);
    const odi = score({ measure: 'odi', value: '4', version: '' }, '2020');
    expect(ids([draft('a', nrs('back', '7')), draft('b', odi)])).toEqual([['a', 'b']]);
  });

  it('are listed, and one is amended with the same fields', async () => {
    const { record } = open('x1', undefined, ({ put }) => void put('x1', nrs('leg', '7')));
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await screen.findByRole('radiogroup', { name: 'Pain in the leg' });
    within(group('Pain in the leg')).getByRole('radio', { name: '7' }).focus();
    await userEvent.keyboard('3');
    await userEvent.click(within(group('Where')).getByRole('radio', { name: 'Back' }));
    expect(group('Pain in the back')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'mixed up');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('x1')?.view.version).toBe(2));
    expect(record.entries.get('x1')?.view.input).toMatchObject({
      measure: { measure: 'nrs', site: 'back', value: '3' },
    });
  });
});
