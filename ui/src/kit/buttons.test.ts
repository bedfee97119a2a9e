import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { violations } from '../test/axe';
import { text } from '../test/text';
import Button from './Button.svelte';
import Checkbox from './fields/Checkbox.svelte';
import EmptyState from './EmptyState.svelte';
import Missing from './Missing.svelte';
import Notice from './Notice.svelte';
import TimelineRow from './TimelineRow.svelte';
import Trend from './Trend.svelte';

it('a button is pressed by key and, while busy, keeps focus but does nothing', async () => {
  const onclick = vi.fn();
  const { rerender } = render(Button, { children: text('Save'), onclick });
  const button = screen.getByRole('button', { name: 'Save' });
  await userEvent.tab();
  expect(document.activeElement).toBe(button);
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  expect(onclick).toHaveBeenCalledTimes(2);
  await rerender({ busy: true });
  await userEvent.keyboard('{Enter}');
  expect(onclick).toHaveBeenCalledTimes(2);
  expect(document.activeElement).toBe(button);
  expect(await violations()).toEqual([]);
});

it('a checkbox is changed by key and says its message', async () => {
  const onchange = vi.fn();
  render(Checkbox, { label: 'Identity is checked', message: 'Confirm the identity first', onchange });
  const box = screen.getByRole('checkbox', {
    name: 'Identity is checked',
    description: 'Confirm the identity first',
  });
  await userEvent.tab();
  await userEvent.keyboard(' ');
  expect((box as HTMLInputElement).checked).toBe(true);
  expect(onchange).toHaveBeenCalledExactlyOnceWith(true);
  expect(await violations()).toEqual([]);
});

it.each([
  ['emergency', 'alert', 'Emergency:'],
  ['caution', 'status', 'Caution:'],
  ['info', 'status', 'Note:'],
  ['done', 'status', 'Done:'],
] as const)('a notice of kind %s is a %s and says its kind', async (kind, role, words) => {
  const ondismiss = vi.fn();
  render(Notice, { kind, title: 'Title', text: 'What was kept', ondismiss });
  expect(screen.getByRole(role).textContent).toContain(words);
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(ondismiss).toHaveBeenCalledOnce();
  expect(await violations()).toEqual([]);
});

it('an empty place says what belongs there and offers one thing', async () => {
  render(EmptyState, { title: 'No operations yet', text: 'They are listed here.', action: text('Add') });
  expect(screen.getByRole('heading', { name: 'No operations yet' })).toBeTruthy();
  expect(screen.getByText('Add')).toBeTruthy();
  expect(await violations()).toEqual([]);
});

it('a trend and a missing value are said in words', async () => {
  render(Trend, { trend: 'worse', way: 'up', detail: '4 points' });
  expect(screen.getByText('Worse')).toBeTruthy();
  render(Missing, { kind: 'declined' });
  expect(screen.getByText('Declined to answer')).toBeTruthy();
  expect(await violations()).toEqual([]);
});

it('a timeline row says when and what, and opens its fact', async () => {
  const list = document.body.appendChild(document.createElement('ol'));
  render(TimelineRow, {
    target: list,
    props: {
      when: 'about 2014',
      title: 'Decompression L4-L5',
      href: '#/x',
      retracted: 'Taken back: other record',
    },
  });
  expect(screen.getByRole('listitem').textContent).toContain('about 2014');
  expect(screen.getByRole('link', { name: 'Decompression L4-L5' }).getAttribute('href')).toBe('#/x');
  expect(screen.getByText('Taken back: other record')).toBeTruthy();
  expect(await violations()).toEqual([]);
  list.remove();
});
