import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { violations } from '../../test/axe';
import Chips from '../fields/Chips.svelte';
import Select from '../fields/Select.svelte';
import TextRows from './TextRows.svelte';

describe('Chips', () => {
  const groups = [
    { name: 'Muscular', options: ['dull ache', 'cramping'] },
    { name: 'Other', options: ['sharp'] },
  ];

  it('is one stop for Tab; arrows, Home and End move, Space turns on and off', async () => {
    const onchange = vi.fn();
    render(Chips, { label: 'Quality', groups, value: ['sharp'], onchange });
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'sharp', description: 'Other' }).checked,
    ).toBe(true);
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'dull ache' }));
    await userEvent.keyboard('{ArrowLeft}{ArrowRight} ');
    expect(onchange).toHaveBeenLastCalledWith(['cramping', 'sharp']);
    await userEvent.keyboard('{End} {Home}');
    expect(onchange).toHaveBeenLastCalledWith(['cramping']);
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'dull ache' }));
    expect(await violations()).toEqual([]);
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('TextRows', () => {
  it('adds a line by Enter, keeps no empty line at the end, and takes lines away', async () => {
    const onchange = vi.fn();
    render(TextRows, { label: 'Implant', add: 'Add another implant', onchange });
    await userEvent.type(screen.getByRole('textbox', { name: 'Implant' }), 'Rods{Enter}');
    const second = screen.getByRole('textbox', { name: 'Implant, line 2' });
    expect(document.activeElement).toBe(second);
    expect(onchange).toHaveBeenLastCalledWith(['Rods']);
    await userEvent.keyboard('Cage 🦴');
    expect(onchange).toHaveBeenLastCalledWith(['Rods', 'Cage 🦴']);
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Implant' }));
    expect(onchange).toHaveBeenLastCalledWith(['Cage 🦴']);
    const left = screen.getByRole<HTMLInputElement>('textbox', { name: 'Implant' });
    expect(left.value).toBe('Cage 🦴');
    expect(document.activeElement).toBe(left);
  });

  it('is left by Tab for what comes next, whatever was typed, and Backspace takes an emptied line away', async () => {
    render(TextRows, { label: 'Implant', add: 'Add another implant', value: ['Rods', 'Cage'] });
    const next = document.body.appendChild(document.createElement('input'));
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Implant' }));
    await userEvent.tab();
    const second = screen.getByRole('textbox', { name: 'Implant, line 2' });
    expect(document.activeElement).toBe(second);
    await userEvent.keyboard(' and screws');
    await userEvent.tab();
    expect(document.activeElement).toBe(next);
    await userEvent.clear(second);
    await userEvent.keyboard('{Backspace}');
    expect(screen.queryByRole('textbox', { name: 'Implant, line 2' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Implant' }));
    next.remove();
  });

  it('shows the message of its line', () => {
    render(TextRows, {
      label: 'Operation',
      add: 'Add another',
      value: ['a', 'b'],
      message: (index: number) => (index === 1 ? 'Too long' : null),
    });
    expect(screen.getByRole('textbox', { name: 'Operation, line 2', description: /Too long/ })).toBeTruthy();
  });
});

describe('Select', () => {
  it('is found by its label, chooses, and goes back to nothing', async () => {
    const onchange = vi.fn();
    const options = [{ value: 'a', label: 'Anterior' }];
    render(Select<string>, {
      label: 'Approach',
      none: 'Not recorded',
      options,
      message: 'Choose one',
      onchange,
    });
    const select = screen.getByRole('combobox', { name: 'Approach', description: 'Choose one' });
    await userEvent.selectOptions(select, 'Anterior');
    expect(onchange).toHaveBeenLastCalledWith('a');
    await userEvent.selectOptions(select, 'Not recorded');
    expect(onchange).toHaveBeenLastCalledWith(null);
    expect(await violations()).toEqual([]);
  });
});
