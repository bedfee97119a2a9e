import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { BeforeAfterRow, BeforeAfterView } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { patient, ready } from '../../test/record';
import { renderInWindow } from '../../test/renderInWindow';
import BeforeAfter from './BeforeAfter.svelte';

const done = (title: string, more: Partial<BeforeAfterRow> = {}): BeforeAfterRow => ({
  entry: title,
  noun: 'treatment',
  rung: 'injection',
  title,
  levels: '',
  when: '3 May 2026',
  effect: null,
  told: '',
  measures: [],
  unmeasured: '',
  meanwhile: '',
  ...more,
});
const at = (value: string, when: string) => ({ value, when });
const odi = {
  measure: 'ODI',
  before: at('58 %', '1 May 2026'),
  best: at('30 %', '1 June 2026'),
  last: at('44 %', '1 July 2026'),
  verdict: {
    text: '14 points better, more than the 10 that matters',
    direction: 'better',
    important: true,
    way: 'down',
  },
  unjudged: '',
} as const;

function show(view: Partial<BeforeAfterView>) {
  const answer: BeforeAfterView = { rows: [], others: 0, not_placed: 0, ...view };
  const client = new Client(fakeTransport({ ...ready, before_after: () => answer }));
  renderInWindow(BeforeAfter, { client, patient });
}

describe('before and after', () => {
  it('sets both sides of each treatment side by side, with its verdict or why there is none', async () => {
    const unjudged = { ...odi, measure: 'Pain', verdict: null, unjudged: 'it is not known' };
    show({
      rows: [
        done('caudal', {
          effect: 'halved',
          told: '60 % relief',
          measures: [odi, unjudged],
          meanwhile: 'In between: drug',
        }),
        done('block', { unmeasured: 'Nothing was measured.' }),
      ],
      others: 2,
      not_placed: 1,
    });
    const caudal = within(await screen.findByRole('article', { name: 'caudal' }));
    const cells = caudal.getAllByRole('cell').map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(cells).toEqual([
      '58 % 1 May 2026',
      '30 % 1 June 2026',
      '44 % 1 July 2026',
      'Better 14 points better, more than the 10 that matters',
      '58 % 1 May 2026',
      '30 % 1 June 2026',
      '44 % 1 July 2026',
      'Not judged: it is not known',
    ]);
    expect(caudal.getByText('Last response: 60 % relief')).toBeTruthy();
    expect(caudal.getByText('In between: drug')).toBeTruthy();
    const block = within(screen.getByRole('article', { name: 'block' }));
    expect(block.queryByRole('table')).toBeNull();
    expect(screen.getByText(/^2 other operations and treatments/)).toBeTruthy();
    expect(screen.getByText(/^One score has no date/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('is grouped by kind in the order of the ladder, and by level', async () => {
    show({
      rows: [
        done('drug', { rung: 'medicine' }),
        done('low', { levels: 'L5-S1' }),
        done('walk', { rung: null, noun: 'walking_plan' }),
        done('fusion', { rung: null, noun: 'surgery', levels: 'L4-S1' }),
        done('high', { levels: 'L5-S1' }),
      ],
    });
    await screen.findByRole('article', { name: 'drug' });
    const said = () =>
      screen
        .getAllByRole('heading')
        .slice(1)
        .map((one) => `${one.tagName} ${one.textContent.trim()}`);
    expect(said()).toEqual(['H3 drug', 'H3 low', 'H3 walk', 'H3 fusion', 'H3 high']);
    await userEvent.click(screen.getByRole('radio', { name: 'By kind of treatment' }));
    expect(said()).toEqual([
      'H3 Operations',
      'H4 fusion',
      'H3 Walking plans',
      'H4 walk',
      'H3 Medicines',
      'H4 drug',
      'H3 Injections and blocks',
      'H4 low',
      'H4 high',
    ]);
    await userEvent.click(screen.getByRole('radio', { name: 'By level' }));
    expect(said().filter((one) => one.startsWith('H3'))).toEqual([
      'H3 L4-S1',
      'H3 L5-S1',
      'H3 Without a level',
    ]);
    expect(await violations()).toEqual([]);
  });

  it('draws of a long record what is seen, and tells where each stands', async () => {
    show({ rows: Array.from({ length: 400 }, (_, at) => done(`block-${at}`)) });
    await screen.findByRole('article', { name: 'block-0' });
    expect(screen.getAllByRole('article').length).toBeLessThan(80);
    const item = screen.getByRole('article', { name: 'block-1' }).closest('li');
    expect(item?.getAttribute('aria-posinset')).toBe('2');
    expect(item?.getAttribute('aria-setsize')).toBe('400');
    expect(await violations()).toEqual([]);
  });

  it('says what belongs here where there is nothing', async () => {
    show({});
    await screen.findByText('Nothing to set side by side yet');
    expect(await violations()).toEqual([]);
  });
});
