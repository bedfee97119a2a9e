import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { violations } from '../../test/axe';
import Combobox from './Combobox.svelte';
import Scale0to10 from './Scale0to10.svelte';
import SegmentedChoice from './SegmentedChoice.svelte';

const sides = [
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
  { value: 'both', label: 'Both' },
];

describe('SegmentedChoice', () => {
  it('moves by arrows, takes back by Delete', async () => {
    const onchange = vi.fn();
    render(SegmentedChoice, { label: 'Side', options: sides, value: 'left', clearable: true, onchange });
    expect(screen.getByRole('radiogroup', { name: 'Side' })).toBeTruthy();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Right', checked: true })).toBeTruthy();
    await userEvent.keyboard('{Delete}');
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(onchange.mock.calls).toEqual([['right'], [null]]);
    expect(await violations()).toEqual([]);
  });

  it('keeps the answer when it may not be taken back', async () => {
    render(SegmentedChoice, { label: 'Side', options: sides, value: 'both', message: 'Choose a side' });
    await userEvent.tab();
    await userEvent.keyboard('{Delete}');
    expect(screen.getByRole('radio', { name: 'Both', checked: true })).toBeTruthy();
    expect(screen.getByRole('radiogroup', { description: 'Choose a side' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('questions of a list', () => {
  const asked = ['Fever', 'Chills'];
  const answers = ['yes', 'no', 'unknown'].map((value) => ({ value, label: value }));
  const chosen = (name: string) =>
    within(screen.getByRole('radiogroup', { name })).queryByRole<HTMLInputElement>('radio', { checked: true })
      ?.value;
  const group = () => document.activeElement?.closest('[role="radiogroup"]')?.getAttribute('aria-labelledby');

  it('are left by Tab for the next one, whatever was answered: Space, Tab, Space answers two', async () => {
    for (const label of asked) render(SegmentedChoice, { label, options: answers, clearable: true });
    await userEvent.tab();
    await userEvent.keyboard(' {Tab} ');
    expect(asked.map(chosen)).toEqual(['yes', 'yes']);
  });

  it('keep the focus where Clear takes an answer back', async () => {
    for (const label of asked)
      render(SegmentedChoice, { label, options: answers, clearable: true, value: 'no' });
    await userEvent.click(screen.getByRole('button', { name: /^Clear.*Chills$/ }));
    expect(asked.map(chosen)).toEqual(['no', undefined]);
    expect(group()).toBe(screen.getByRole('radiogroup', { name: 'Chills' }).getAttribute('aria-labelledby'));
  });

  it('are answered by Y and N, and by the letters of the other answers they have', async () => {
    for (const label of asked) render(SegmentedChoice, { label, options: answers });
    await userEvent.tab();
    await userEvent.keyboard('n');
    expect(asked.map(chosen)).toEqual(['no', undefined]);
    await userEvent.keyboard('Y');
    expect(asked.map(chosen)).toEqual(['yes', undefined]);
    await userEvent.keyboard('u{Tab}x');
    expect(asked.map(chosen)).toEqual(['unknown', undefined]);
  });

  it('are no yes and no where the answers are others', async () => {
    render(SegmentedChoice, { label: 'Side', options: sides });
    await userEvent.tab();
    await userEvent.keyboard('n');
    expect(chosen('Side')).toBeUndefined();
  });
});

describe('Scale0to10', () => {
  const props = { label: 'Back pain', low: 'No pain', high: 'Worst pain' };
  const chosen = () => screen.queryByRole<HTMLInputElement>('radio', { checked: true })?.value ?? null;

  it.each([
    ['7', '7'],
    ['0', '0'],
    ['1', '1'],
    ['10', '10'],
    ['20', '0'],
    ['110', '10'],
    ['100', '0'],
    ['1{Tab}0', '1'],
    ['5{Delete}', null],
    ['1{Delete}0', '0'],
  ])('keys %s give %s', async (typed, value) => {
    render(Scale0to10, props);
    await userEvent.tab();
    await userEvent.keyboard(typed);
    expect(chosen()).toBe(value);
  });

  it('is unanswered at first, tells changes and names its ends', async () => {
    const onchange = vi.fn();
    render(Scale0to10, { ...props, onchange });
    expect(chosen()).toBeNull();
    expect(screen.getAllByRole('radio')).toHaveLength(11);
    await userEvent.click(screen.getByRole('radio', { name: '4' }));
    expect(onchange).toHaveBeenCalledExactlyOnceWith(4);
    expect(screen.getByRole('radio', { name: '0', description: 'No pain' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '10', description: 'Worst pain' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('Combobox', () => {
  const options = [
    { value: 'Discectomy', note: 'open' },
    { value: 'Łódź method' },
    { value: 'Micro-discectomy' },
  ];

  it('suggests across accents and case, the best first, and picks by key', async () => {
    const onpick = vi.fn();
    render(Combobox, { label: 'Procedure', options, onpick });
    const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Procedure' });
    await userEvent.type(input, 'DISC');
    expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual([
      expect.stringContaining('Discectomy'),
      'Micro-discectomy',
    ]);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(input.value).toBe('Micro-discectomy');
    expect(onpick).toHaveBeenCalledExactlyOnceWith({ value: 'Micro-discectomy' });
    expect(input.getAttribute('aria-expanded')).toBe('false');
    await userEvent.clear(input);
    await userEvent.type(input, 'lodz');
    expect(screen.getByRole('option', { name: 'Łódź method' })).toBeTruthy();
  });

  it('keeps free text and loses nothing on Escape', async () => {
    render(Combobox, { label: 'Procedure', options });
    const input = screen.getByRole<HTMLInputElement>('combobox');
    await userEvent.type(input, 'disc of my own');
    expect(screen.getByText('No suggestion. What you typed will be kept.')).toBeTruthy();
    await userEvent.clear(input);
    await userEvent.type(input, 'mic{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    expect(input.value).toBe('mic');
  });
});
