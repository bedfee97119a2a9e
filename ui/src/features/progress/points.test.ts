/** The value of a point is told where it is pointed at and where the keys lead, and all of those that lie on each other. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChartPoint } from '../../ipc/generated';
import { violations } from '../../test/axe';
import Chart from './Chart.svelte';
import { adoptDrawing } from './drawing';
import { drawing, point } from './samples';

const bar: ChartPoint = {
  ...point(2, 105, 160, 'Minutes a day', '6 min', '23 Nov 2026', ['Planned: 10 min']),
  left: 100,
  right: 110,
  bottom: 190,
};
const points: ChartPoint[] = [
  point(0, 20, 40, 'Pain 0–10, leg', '8/10', 'Jan 2019'),
  point(0, 100, 60, 'Pain 0–10, leg', '6/10', '3 May 2019', ['after a fall']),
  point(0, 100, 60, 'Pain 0–10, leg', '6/10', '3 May 2019'),
  point(0, 300, 90, 'Pain 0–10, leg', '3/10', '3 Nov 2019'),
  point(1, 101, 61, 'Pain 0–10, back', '6/10', '3 May 2019'),
  point(1, 290, 30, 'Pain 0–10, back', '9/10', 'Oct 2019'),
  bar,
];

function open(shown: ChartPoint[] = points) {
  const adopted = adoptDrawing(drawing('Pain'));
  if (!adopted) throw new Error('no drawing');
  render(Chart, { drawing: adopted, summary: 'Pain over time', points: shown });
  const over = screen.queryByRole('application');
  // jsdom lays nothing out: the drawing is shown at half its size, from 10, 20 of the window.
  if (over)
    vi.spyOn(over, 'getBoundingClientRect').mockReturnValue({
      left: 10,
      top: 20,
      width: 160,
      height: 100,
    } as DOMRect);
  return over as HTMLElement;
}
const spoken = () => screen.getByRole('status').textContent;
const label = () => document.querySelector('.label')?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
/** jsdom has no events of a pointer that say where it is. */
const move = (on: Element, clientX: number, clientY: number) =>
  fireEvent(on, new MouseEvent('pointermove', { clientX, clientY, bubbles: true }));
const pointer = (over: HTMLElement, x: number, y: number) => move(over, 10 + x / 2, 20 + y / 2);

afterEach(() => vi.restoreAllMocks());

describe('under the pointer', () => {
  it('a value is told with its unit, its date as recorded and its note, and nothing is told beside it', async () => {
    const over = open();
    expect(label()).toBeNull();
    await pointer(over, 302, 88);
    expect(label()).toBe('3/10 Pain 0–10, leg 3 Nov 2019');
    expect(spoken()).toBe('Pain 0–10, leg: 3/10, 3 Nov 2019');
    await pointer(over, 200, 150);
    expect(label()).toBeNull();
    expect(spoken()).toBe('');
    await pointer(over, 20, 45);
    expect(label()).toContain('Jan 2019');
    await fireEvent.pointerLeave(over);
    expect(label()).toBeNull();
  });

  it('all that lie on each other are told, of one line and of several', async () => {
    const over = open();
    await pointer(over, 100, 60);
    expect(spoken()).toBe(
      'Pain 0–10, leg: 6/10, 3 May 2019; after a fall. Pain 0–10, leg: 6/10, 3 May 2019. Pain 0–10, back: 6/10, 3 May 2019',
    );
    expect(document.querySelectorAll('.label .one')).toHaveLength(3);
  });

  it('a bar is meant anywhere on it', async () => {
    const over = open();
    await pointer(over, 101, 188);
    expect(spoken()).toBe('Minutes a day: 6 min, 23 Nov 2026; Planned: 10 min');
  });

  it('the label itself may be pointed at, and Escape closes it', async () => {
    const over = open();
    await pointer(over, 300, 90);
    const shown = document.querySelector('.label');
    if (!shown) throw new Error('no label');
    await move(shown, 0, 0);
    expect(label()).toContain('3/10');
    await fireEvent.keyDown(over, { key: 'Escape' });
    expect(label()).toBeNull();
  });
});

describe('by keys', () => {
  it('one goes along a line in the order of time and from line to line, and every step is spoken', async () => {
    open();
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('application', { name: '7 values in the drawing' }));
    const passed = [spoken()];
    for (const key of [
      'ArrowRight',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowDown',
      'End',
      'ArrowDown',
      'ArrowUp',
      'ArrowUp',
      'Home',
    ]) {
      await userEvent.keyboard(`{${key}}`);
      await tick();
      passed.push(spoken());
    }
    const stacked =
      'Pain 0–10, leg: 6/10, 3 May 2019; after a fall. Pain 0–10, leg: 6/10, 3 May 2019. Pain 0–10, back: 6/10, 3 May 2019';
    expect(passed).toEqual([
      'Pain 0–10, leg: 3/10, 3 Nov 2019',
      'Pain 0–10, leg: 3/10, 3 Nov 2019',
      stacked,
      'Pain 0–10, leg: 8/10, Jan 2019',
      'Pain 0–10, leg: 8/10, Jan 2019',
      stacked,
      'Pain 0–10, back: 9/10, Oct 2019',
      'Minutes a day: 6 min, 23 Nov 2026; Planned: 10 min',
      stacked,
      stacked,
      'Pain 0–10, leg: 8/10, Jan 2019',
    ]);
    expect(await violations()).toEqual([]);
  });

  it('Escape closes the label and a key opens it where it was; Tab leaves the drawing', async () => {
    open();
    await userEvent.tab();
    await userEvent.keyboard('{Home}');
    expect(label()).toContain('Jan 2019');
    await userEvent.keyboard('{Escape}');
    expect(label()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('application'));
    await userEvent.keyboard('{ArrowRight}');
    expect(label()).toContain('Jan 2019');
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
    expect(label()).toBeNull();
  });

  it('takes no key that belongs to the window', async () => {
    const over = open();
    const seen: string[] = [];
    window.addEventListener('keydown', ({ key }) => seen.push(key), { once: true });
    over.focus();
    await userEvent.keyboard('t');
    expect(seen).toEqual(['t']);
  });
});

it('a drawing without values is a picture and no stop for Tab', async () => {
  expect(open([])).toBeNull();
  expect(screen.getByRole('img', { name: 'Pain over time' })).toBeTruthy();
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
});
