import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { SpineLevel, SpineLine, SpineMapView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { renderInWindow } from '../../test/renderInWindow';
import { drawing } from '../progress/samples';
import { firstLevel, nextLevel } from './levels';
import SpineMapCard from './SpineMapCard.svelte';

let width = 340;
beforeEach(() => {
  width = 340;
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
});
afterEach(() => {
  delete document.documentElement.dataset.theme;
});

const line = (what: string, more: Partial<SpineLine> = {}): SpineLine => ({
  what,
  when: '2015',
  source: 'operation 1',
  noun: 'surgery',
  entry: 'o1',
  ...more,
});
const level = (name: string, lines: SpineLine[], at: number, more: Partial<SpineLevel> = {}): SpineLevel => ({
  name,
  said: `${name}: ${lines.map(({ what, when, source }) => `${what}, ${when} (${source})`).join('; ') || 'nothing recorded'}`,
  x: 0,
  y: 10 * at,
  width: 200,
  height: 10,
  lines,
  beside: false,
  ...more,
});
const injected = line('Injection or block, left', {
  when: 'May 2018',
  source: 'treatment 2: TFESI',
  noun: 'treatment',
  entry: 't2',
});
const view: SpineMapView = {
  svg: drawing('Spine map'),
  summary: 'L4-L5: fused.',
  levels: [
    level('C1 to T12', [], 0),
    level('L3-L4', [], 1, { beside: true, said: 'L3-L4: beside a fusion' }),
    level('L4', [], 2),
    level('L4-L5', [line('Fused'), injected], 3),
    level('L5', [], 4),
    level('L5-S1', [injected], 5),
  ],
  unplaced: [line('Reoperation: level not recorded', { source: 'operation 2', entry: 'o2' })],
  hints: [
    {
      text: 'At a fused level: TFESI, at L4-L5, fused by operation 1.',
      entries: [line('Operation 1', { source: 'operation 1' }), injected],
    },
  ],
  numbering: '',
};

function open(answer: SpineMapView = view, more: Handlers = {}) {
  const transport = fakeTransport({ spine_map: () => answer, ...more });
  const client = new Client(transport);
  return { client, transport, ...renderInWindow(SpineMapCard, { client, patient: 'p1' }) };
}
const stop = (name: RegExp) => screen.findByRole('button', { name });

describe('the spine map', () => {
  it('has one stop of the Tab key, goes along the levels by arrows, and opens one by Enter', async () => {
    const { transport } = open();
    const fused = await stop(/^L4-L5: Fused, 2015 \(operation 1\)/);
    expect(transport.asked('spine_map')).toEqual([
      { patient: 'p1', width: 340, height: 460, paper: 'light' },
    ]);
    const levels = within(screen.getByRole('toolbar', { name: 'Levels of the spine' })).getAllByRole(
      'button',
    );
    expect(levels.filter((button) => button.tabIndex === 0)).toEqual([fused]);
    expect(await violations()).toEqual([]);
    await userEvent.tab();
    expect(document.activeElement).toBe(fused);
    expect(screen.getByText('Choose a level to see what happened there.')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    const region = screen.getByRole('region', { name: 'L4-L5' });
    const links = within(region).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/patients/p1/surgeries/o1',
      '#/patients/p1/treatments/t2',
    ]);
    expect(region.textContent).toContain('May 2018, treatment 2: TFESI');
    expect(fused.getAttribute('aria-pressed')).toBe('true');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('L4: nothing recorded');
    await userEvent.keyboard('{PageDown}{PageDown} ');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^L5-S1/);
    expect(within(screen.getByRole('region', { name: 'L5-S1' })).getAllByRole('link')).toHaveLength(1);
    await userEvent.keyboard('{Home}{ArrowUp}{ArrowUp}{Enter}');
    expect(screen.getByRole('region', { name: 'L3-L4' }).textContent).toContain('Beside a fusion');
    // The same key closes it.
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Choose a level to see what happened there.')).toBeTruthy();
  });

  it('leaves the keys to the page where they lead nowhere', () => {
    expect(nextLevel(view.levels, 3, 'Enter')).toBeNull();
    expect(nextLevel(view.levels, 3, 'a')).toBeNull();
    expect(nextLevel(view.levels, 0, 'ArrowUp')).toBe(0);
    expect(nextLevel(view.levels, 5, 'ArrowDown')).toBe(5);
    expect(nextLevel(view.levels, 5, 'PageDown')).toBe(5);
    expect(nextLevel(view.levels, 5, 'PageUp')).toBe(3);
    expect(nextLevel(view.levels, 0, 'End')).toBe(5);
    expect(firstLevel([])).toBe(0);
  });

  it('names what has no level and how levels fit each other, with the ways to the entries', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: /^Not on the map/ }));
    const list = screen.getByRole('list', { name: 'Not on the map' });
    expect(within(list).getByRole('link', { name: 'Reoperation: level not recorded' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^How levels fit each other/ }));
    expect(screen.getByText(/^At a fused level/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says that no level is recorded, and still what stands beside the map', async () => {
    open({ ...view, svg: null, levels: [], hints: [] });
    expect(await screen.findByText('No level of the spine is recorded.')).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(screen.getByRole('button', { name: /^Not on the map/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('shows a drawing that can not be let in as words', async () => {
    open({ ...view, svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' });
    expect(await screen.findByText('L4-L5: fused.')).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('is asked again when the record or the colours change, and keeps the level that is open', async () => {
    let current = view;
    const { client, transport } = open(view, {
      spine_map: () => current,
      add_sample: () => ({ value: {} as never, changes: ['patient/p1'] }),
    });
    await userEvent.click(await stop(/^L5-S1/));
    current = { ...view, levels: view.levels.map((one) => ({ ...one, y: one.y + 3 })) };
    await client.call('add_sample', {});
    document.documentElement.dataset.theme = 'dark';
    await waitFor(() => expect(transport.asked('spine_map').at(-1)?.paper).toBe('dark'));
    expect(screen.getByRole('region', { name: 'L5-S1' })).toBeTruthy();
  });

  it('offers to try again where it could not be read', async () => {
    open(view, {
      spine_map: () => {
        throw { code: 'unavailable' };
      },
    });
    expect(await screen.findByRole('button', { name: /again/i })).toBeTruthy();
  });
});
