/** A list of thousands draws what is seen, and is for keys, screen readers and print the whole list. */
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync, tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { violations } from '../test/axe';
import { wholeUpTo } from './longList.svelte';
import Table from './Table.svelte';

const many = Array.from({ length: 3000 }, (_, at) => `r${at}`);
const columns = [
  { id: 'name', header: 'Name', text: (row: string) => `Row ${row.slice(1)}` },
  { id: 'more', header: 'More', text: (row: string) => `More of ${row}` },
];
const props = {
  label: 'Rows',
  columns,
  rows: many,
  key: (row: string) => row,
  href: (row: string) => `#/${row}`,
};
/** So many rows fit on half again of a window above and below what is seen, with some to spare. */
const mostDrawn = 60;

const drawn = () => [...document.querySelectorAll<HTMLElement>('tbody tr[data-index]')];
const focused = () => document.activeElement?.textContent?.trim();

/** Scrolls the list so that its top lies so far above the window; jsdom lays nothing out. */
async function scrolled(by: number) {
  const body = document.querySelector('tbody');
  if (!body) throw new Error('no list');
  vi.spyOn(body, 'getBoundingClientRect').mockReturnValue({ top: -by } as DOMRect);
  document.dispatchEvent(new Event('scroll'));
  await tick();
}
afterEach(() => vi.restoreAllMocks());

describe('a table of three thousand rows', () => {
  it('draws what is seen and says how many there are', async () => {
    render(Table<string>, props);
    const table = screen.getByRole('table', { name: 'Rows' });
    expect(drawn().length).toBeLessThan(mostDrawn);
    expect(table.querySelectorAll('*').length).toBeLessThan(600);
    expect(table.getAttribute('aria-rowcount')).toBe('3001');
    expect(drawn()[4]?.getAttribute('aria-rowindex')).toBe('6');
    expect(await violations()).toEqual([]);
  });

  it('paints what is seen before it draws what lies around it', async () => {
    render(Table<string>, props);
    const atFirst = drawn().length;
    // As many as a window holds of the lowest rows that there are.
    expect(atFirst).toBeLessThanOrEqual(Math.ceil(window.innerHeight / 40) + 1);
    await vi.waitFor(() => expect(drawn().length).toBeGreaterThan(atFirst));
    expect(drawn().length).toBeLessThan(mostDrawn);
  });

  it('leaves room for what it does not draw', () => {
    render(Table<string>, props);
    const gaps = [...document.querySelectorAll<HTMLElement>('tbody tr.gap td')].map((cell) =>
      parseFloat(cell.style.height),
    );
    // A row is taken to be 40 pixels high as long as none was measured.
    expect(gaps.reduce((sum, gap) => sum + gap, 0) + drawn().length * 40).toBe(3000 * 40);
  });

  it('is gone through from end to end by keys, with one stop for Tab', async () => {
    render(Table<string>, props);
    await userEvent.tab();
    expect(focused()).toBe('Row 0');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('Row 2999');
    expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('3001');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(focused()).toBe('Row 2998');
    await userEvent.keyboard('{Home}{PageDown}');
    const page = Number(focused()?.slice(4));
    expect(page).toBeGreaterThan(5);
    await userEvent.keyboard('{PageUp}');
    expect(focused()).toBe('Row 0');
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
    expect(drawn().length).toBeLessThan(mostDrawn);
  });

  it('draws what comes into sight, and keeps the row that has the focus', async () => {
    render(Table<string>, props);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await scrolled(2000 * 40);
    expect(screen.getByRole('link', { name: 'Row 2000' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Row 20' })).toBeNull();
    expect(focused()).toBe('Row 2');
    expect(drawn().length).toBeLessThan(mostDrawn);
    expect(drawn().map((row) => Number(row.dataset['index']))).toEqual(
      drawn()
        .map((row) => Number(row.dataset['index']))
        .sort((a, b) => a - b),
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Row 3');
    expect(await violations()).toEqual([]);
  });

  it('keeps the focus on its row when the list is turned round', async () => {
    const { rerender } = render(Table<string>, props);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await rerender({ ...props, rows: [...many].reverse() });
    expect(focused()).toBe('Row 2');
    expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('2999');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Row 1');
  });

  it('is printed whole', () => {
    // As many as show it: print draws all that there are, which takes its time.
    render(Table<string>, { ...props, rows: many.slice(0, 200) });
    expect(drawn().length).toBeLessThan(mostDrawn);
    window.dispatchEvent(new Event('beforeprint'));
    expect(drawn()).toHaveLength(200);
    window.dispatchEvent(new Event('afterprint'));
    flushSync();
    expect(drawn().length).toBeLessThan(mostDrawn);
  });
});

describe('a short table', () => {
  it('is drawn whole and counts nothing', () => {
    render(Table<string>, { ...props, rows: many.slice(0, wholeUpTo) });
    expect(drawn()).toHaveLength(wholeUpTo);
    expect(document.querySelector('.gap')).toBeNull();
    expect(screen.getByRole('table').hasAttribute('aria-rowcount')).toBe(false);
  });
});
