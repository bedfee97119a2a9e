import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { ProgressRequest, ProgressView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { prefer } from '../../preferences.svelte';
import ProgressSection from './ProgressSection.svelte';
import { drawing, nothing, patient, row, view } from './samples';
import { renderInWindow } from '../../test/renderInWindow';

let width = 900;
const observers = new Set<Observer>();
const resize = () => observers.forEach((observer) => observer.tell());

/** Stands in for the layout that jsdom lacks: every element is `width` wide, and `resize` says that it changed. */
class Observer implements ResizeObserver {
  readonly #told: ResizeObserverCallback;
  readonly #seen = new Set<Element>();
  constructor(told: ResizeObserverCallback) {
    this.#told = told;
    observers.add(this);
  }
  tell(): void {
    this.#told(
      [...this.#seen].map((target) => ({ target }) as ResizeObserverEntry),
      this,
    );
  }
  observe(element: Element): void {
    this.#seen.add(element);
  }
  unobserve(element: Element): void {
    this.#seen.delete(element);
  }
  disconnect(): void {
    this.#seen.clear();
  }
}
vi.stubGlobal('ResizeObserver', Observer);

beforeEach(() => {
  width = 900;
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
});
afterEach(() => {
  delete document.documentElement.dataset.theme;
});

type Answer = ProgressView | ((request: ProgressRequest) => ProgressView);

function open(answer: Answer, more: Handlers = {}) {
  const chart = (request: ProgressRequest) => (typeof answer === 'function' ? answer(request) : answer);
  const transport = fakeTransport({ progress_chart: chart, ...more });
  const client = new Client(transport);
  const shown = renderInWindow(ProgressSection, { client, patient });
  const asked = () =>
    transport.calls
      .filter((call) => call.name === 'progress_chart')
      .map((call) => call.request as ProgressRequest);
  return { client, asked, ...shown };
}
const table = () => screen.queryByRole('table', { name: 'Scores' });
const asTable = () => screen.findByRole('button', { name: 'Show as table' });

describe('progress', () => {
  it('says how many treatments have no place in the drawing', async () => {
    open({ ...view, treatments_not_placed: 2 });
    expect(await screen.findByText(/^2 treatments have no date that can be drawn/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('is narrowed to a stretch of time, and says what is not drawn then', async () => {
    const since = { from: '2024-11-01', label: 'Since operation 2: fusion, L4-S1, Nov 2024' };
    const { asked } = open((request) => ({
      ...view,
      periods: [since],
      earlier: request.from === null ? 0 : 3,
    }));
    const shown = await screen.findByRole('combobox', { name: 'Time shown' });
    expect(asked().at(-1)?.from).toBeNull();
    expect(screen.queryByText(/earlier value/)).toBeNull();
    await userEvent.selectOptions(shown, since.label);
    expect(await screen.findByText(/^3 earlier values are not drawn/)).toBeTruthy();
    expect(asked().at(-1)?.from).toBe('2024-11-01');
    expect(await violations()).toEqual([]);
    await userEvent.selectOptions(shown, 'Whole record');
    await waitFor(() => expect(asked().at(-1)?.from).toBeNull());
  });

  it('shows the drawing as one named picture with the verdict in words', async () => {
    const { asked } = open(view);
    const picture = await screen.findByRole('img', { name: view.summary });
    expect(picture.querySelector('svg text')?.textContent).toContain('Disability (ODI)');
    const verdicts = screen.getByRole('list', { name: 'Verdicts' });
    expect(within(verdicts).getByText('Better')).toBeTruthy();
    expect(verdicts.textContent).toContain('16 points better, more than the 10 that matters (Ostelo 2008)');
    expect(asked()).toEqual([
      { patient: 'p1', width: 900, paper: 'light', baseline: null, before: null, from: null, lines: {} },
    ]);
    expect(await violations()).toEqual([]);
  });

  it('draws the lines that are chosen, keeps the choice and lists their values with the way to each entry', async () => {
    const crp = { key: 'reading:crp', label: 'CRP', group: 'laboratory', count: 2 } as const;
    const measured = [
      {
        noun: 'reading',
        id: 'r1',
        when: '3 May 2024',
        measure: 'CRP',
        value: 'below 5 mg/L',
        note: 'reported range <5',
        placed: true,
      } as const,
    ];
    const kept = vi.fn(() => ({}));
    const { asked, client } = open(
      ({ lines }) => {
        const drawn = lines['reading:crp'] ?? false;
        return {
          ...view,
          lines: [...view.lines, { ...crp, drawn }],
          measured: drawn ? measured : [],
        };
      },
      { save_preferences: kept },
    );
    await userEvent.click(await screen.findByRole('button', { name: /What is drawn/ }));
    expect(await violations()).toEqual([]);
    const choice = screen.getByRole('checkbox', { name: 'CRP, 2 values' });
    expect(choice).toHaveProperty('checked', false);
    await userEvent.click(choice);
    await waitFor(() => expect(asked().at(-1)?.lines).toEqual({ 'reading:crp': true }));
    expect(kept).toHaveBeenCalled();
    await userEvent.click(await asTable());
    const values = await screen.findByRole('table', { name: 'Measured values' });
    expect(within(values).getByText('below 5 mg/L')).toBeTruthy();
    expect(values.querySelector('a')?.getAttribute('href')).toContain('r1');
    expect(await violations()).toEqual([]);
    await prefer(client, { lines: {} });
  });

  it('says where to choose when nothing but measured values is there', async () => {
    open({
      ...nothing,
      lines: [{ key: 'reading:crp', label: 'CRP', group: 'laboratory', count: 2, drawn: false }],
    });
    expect(await screen.findByText(/Nothing is chosen to be drawn/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /What is drawn/ })).toBeTruthy();
  });

  it.each([
    [1, '1 score has no date that can be drawn and stands in the table only: Leg 1, unknown'],
    [
      6,
      '6 scores have no date that can be drawn and stand in the table only: ' +
        'Leg 1, unknown; Leg 2, unknown; Leg 3, unknown; Leg 4, unknown; 2 more',
    ],
  ])('counts and names the scores that can only stand in the table: %i', async (count, words) => {
    const undated = Array.from({ length: count }, (_, at) =>
      row(`u${at}`, 'unknown', String(at + 1), { measure: 'Leg', placed: false }),
    );
    open({ ...view, rows: [...view.rows.slice(0, 2), ...undated], not_placed: count });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('asks again when the width or the colours change, and within the limits of the drawing', async () => {
    const { asked } = open(view);
    await screen.findByRole('img');
    width = 200;
    resize();
    await waitFor(() => expect(asked().at(-1)?.width).toBe(320));
    document.documentElement.dataset.theme = 'dark';
    await waitFor(() => expect(asked().at(-1)?.paper).toBe('dark'));
    document.documentElement.dataset.theme = 'contrast';
    await waitFor(() => expect(asked().at(-1)?.paper).toBe('light'));
    expect(asked()).toHaveLength(4);
  });

  it('asks again when this record changed, and not when another did', async () => {
    let current = nothing;
    const { client, asked } = open(() => current, {
      save_settings: () => ({ value: {} as never, changes: ['patient/other'] }),
      add_sample: () => ({ value: {} as never, changes: ['patient/p1'] }),
    });
    await screen.findByText('No scores yet');
    await client.call('save_settings', {} as never);
    expect(asked()).toHaveLength(1);
    current = view;
    await client.call('add_sample', {});
    await screen.findByRole('img', { name: view.summary });
    expect(asked()).toHaveLength(2);
  });

  it('says what belongs here while there is no score', async () => {
    open(nothing);
    await userEvent.click(await screen.findByRole('button', { name: 'Record scores' }));
    expect(location.hash).toBe('#/patients/p1/scores/new');
    expect(screen.queryByRole('button', { name: 'Show as table' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('records scores by the key of every list', async () => {
    open(nothing);
    await screen.findByRole('button', { name: 'Record scores' });
    location.hash = '#/patients/p1/progress';
    await userEvent.keyboard('a');
    expect(location.hash).toBe('#/patients/p1/scores/new');
  });

  it('shows the table where no score can be drawn', async () => {
    const rows = [row('s1', 'unknown', '58 %', { placed: false })];
    open({ ...nothing, rows, not_placed: 1 });
    await screen.findByText(/There is no number to draw/);
    expect(table()).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText(/A verdict needs two scores/)).toBeTruthy();
  });

  it('says that a sequence is no time, and not that its scores stand in the table only', async () => {
    const rows = [
      row('s1', 'at first visit', '7/10', { placed: false }),
      row('s2', 'after treatment 9', '5/10', { placed: false }),
    ];
    open({ ...view, rows, verdicts: [], sequence: true, not_placed: 0 });
    await screen.findByText(/drawn as steps in the order of the record, not on a time scale/);
    expect(screen.getByRole('img')).toBeTruthy();
    expect(screen.queryByText(/stand in the table only/)).toBeNull();
  });

  it('refuses a drawing with a script in it, says so and shows the table instead', async () => {
    const hostile = drawing('x').replace('<rect', '<script>document.title = "gone"</script><rect');
    let current: ProgressView = { ...view, svg: hostile };
    const { client } = open(() => current, {
      add_sample: () => ({ value: {} as never, changes: ['patient/p1'] }),
    });
    await screen.findByText(/The drawing could not be shown/);
    expect(document.querySelector('script')).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
    expect(table()).toBeTruthy();
    current = view;
    await client.call('add_sample', {});
    await screen.findByRole('img', { name: view.summary });
    expect(table()).toBeNull();
  });
});

describe('the table', () => {
  it('is one key away, takes the arrows, and gives way to the drawing again', async () => {
    open(view);
    await screen.findByRole('img');
    await userEvent.keyboard('t');
    expect(table()).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    expect(await violations()).toEqual([]);
    const link = (name: string) => screen.getByRole('link', { name });
    expect(document.activeElement).toBe(link('Nov 2024'));
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(link('3 May 2024'));
    expect(link('Nov 2024').getAttribute('href')).toBe('#/patients/p1/scores/s2');
    const cells = within(screen.getByRole('row', { name: /Nov 2024/ })).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent?.trim())).toEqual([
      'ODI',
      '42 %',
      '16 points better',
      '',
      'Count change from here',
    ]);
    expect(screen.getByRole('row', { name: /after operation 1/ }).textContent).toContain(
      'Nothing to compare with',
    );
    await userEvent.keyboard('t');
    expect(table()).toBeNull();
    expect(screen.getByRole('img')).toBeTruthy();
  });

  it('stands beside the drawing where there is room', async () => {
    width = 1500;
    open(view);
    const button = await asTable();
    await userEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(table()).toBeTruthy();
    expect(screen.getByRole('img')).toBeTruthy();
  });

  it('lets change be counted from a row, by keyboard alone, and back from the first', async () => {
    const { asked } = open(({ baseline }) => ({
      ...view,
      rows: view.rows.map((score) => ({ ...score, baseline: score.id === (baseline ?? 's1') })),
    }));
    await screen.findByRole('img');
    await userEvent.keyboard('t{ArrowDown}{ArrowUp}{Tab}');
    expect(document.activeElement?.textContent).toBe('Count change from here');
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /Nov 2024/ }).textContent).toContain('Counted from here'),
    );
    expect(asked().at(-1)?.baseline).toBe('s2');
    expect(screen.getByRole('row', { name: /after operation 1/ }).textContent).not.toContain('Count change');
    const from = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Count change from' });
    expect(from.selectedOptions[0]?.textContent).toBe('Picked: ODI 42 %, Nov 2024');
    await userEvent.selectOptions(from, 'The first score of each measure');
    await waitFor(() => expect(asked().at(-1)?.baseline).toBeNull());
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Count change from' })).toBeNull());
  });

  it('has the limits that the clinic set with both sources one click away, and draws anew when one changes', async () => {
    const said =
      'ODI: 15 points (the clinic’s own: Dr A. Author, 3 May 2026; agreed). Built in: 10 points. Source: Ostelo';
    const { client, asked } = open(
      { ...view, own_limits: [said] },
      {
        set_rule: () => ({ value: { groups: [], listed: [], not_applied: [], by: '' }, changes: ['rules'] }),
      },
    );
    const behind = await screen.findByRole('button', { name: 'Limits set by this clinic 1' });
    expect(screen.queryByText(said)).toBeNull();
    await userEvent.click(behind);
    expect(screen.getByText(said)).toBeTruthy();
    expect(await violations()).toEqual([]);
    const before = asked().length;
    await client.call('set_rule', {
      id: 'change.matters.odi',
      value: '12',
      who: 'Dr A. Author',
      why: 'agreed',
    });
    await waitFor(() => expect(asked()).toHaveLength(before + 1));
  });

  it('lets change be counted from the last score before an operation or a treatment', async () => {
    const label = 'Last before operation 2 and treatment 1: ODI 42 %, Nov 2024';
    const { asked } = open({ ...view, baselines: [{ score: 's2', label }] });
    await screen.findByRole('img');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Count change from' }), label);
    await waitFor(() => expect(asked().at(-1)?.baseline).toBe('s2'));
    expect(screen.getAllByRole('option')).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  it('offers the baseline of an operation by the rule of its schedule, and goes back to single scores', async () => {
    const before = { entry: 'op1', label: 'Before fusion, L4-S1 (3 May 2024), baseline 10 Apr 2024' };
    const score = { score: 's2', label: 'Last before operation 1: ODI 42 %, Nov 2024' };
    const { asked } = open({ ...view, before: [before], baselines: [score] });
    await screen.findByRole('img');
    const from = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Count change from' });
    await userEvent.selectOptions(from, before.label);
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ baseline: null, before: 'op1' }));
    expect(from.selectedOptions[0]?.textContent).toBe(before.label);
    await userEvent.selectOptions(from, score.label);
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ baseline: 's2', before: null, from: null }));
  });

  it.each([
    [{ direction: 'better', important: true, way: 'down' }, 'Better'],
    [{ direction: 'worse', important: true, way: 'down' }, 'Worse'],
    [{ direction: 'better', important: false, way: 'up' }, 'No clear change'],
    [{ direction: 'same', important: false, way: 'level' }, 'No clear change'],
    [{ direction: 'none', important: false, way: 'up' }, 'Not judged'],
  ] as const)('says direction and importance in words: %o', async (judged, word) => {
    open({ ...view, verdicts: [{ text: '6MWT, 2023 to 2024, 380 to 420: 40 m better', ...judged }] });
    const verdicts = await screen.findByRole('list', { name: 'Verdicts' });
    expect(within(verdicts).getByText(word)).toBeTruthy();
  });

  it('counts from the first again when the chosen score no longer stands', async () => {
    const { asked } = open(({ baseline }) => {
      if (baseline) throw { code: 'not_found' };
      return view;
    });
    await userEvent.click(await asTable());
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Count change from here' })[0] as HTMLElement,
    );
    await screen.findByText(/Change is counted from the first again/);
    expect(asked().map((request) => request.baseline)).toEqual([null, 's2', null]);
    expect(screen.queryByText(/Nothing was changed/)).toBeNull();
  });
});

it('keeps what is shown when the core cannot be reached, and asks again on request', async () => {
  let reachable = true;
  const { client, asked } = open(
    () => {
      if (!reachable) throw { code: 'unavailable' };
      return view;
    },
    { add_sample: () => ({ value: {} as never, changes: ['patient/p1'] }) },
  );
  await screen.findByRole('img');
  reachable = false;
  await client.call('add_sample', {});
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByRole('img', { name: view.summary })).toBeTruthy();
  reachable = true;
  await userEvent.click(retry);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull());
  expect(asked()).toHaveLength(3);
});

it('begins anew for another patient', async () => {
  const { asked, rerender } = open(view);
  await userEvent.click(await asTable());
  await userEvent.click(screen.getAllByRole('button', { name: 'Count change from here' })[0] as HTMLElement);
  await waitFor(() => expect(asked().at(-1)?.baseline).toBe('s2'));
  await rerender({ patient: { ...patient, id: 'p2' } });
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ patient: 'p2', baseline: null }));
});
