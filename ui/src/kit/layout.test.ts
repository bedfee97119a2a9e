import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { violations } from '../test/axe';
import { text } from '../test/text';
import Banner from './Banner.svelte';
import type { Allergies, BannerPatient } from './banner';
import Dialog from './Dialog.svelte';
import Table from './Table.svelte';

describe('Banner', () => {
  const patient: BannerPatient = {
    name: 'Sample, Patient',
    born: '3 May 1961',
    age: 58,
    number: 'A-0042',
    allergies: { state: 'not-asked' },
    flags: ['Saddle numbness'],
    implants: ['Stimulator, MRI unknown'],
  };
  const term = (name: string) => screen.getByText(name).nextElementSibling?.textContent?.trim();

  it('says who it is and what must not be overlooked', async () => {
    render(Banner, { patient });
    const banner = screen.getByRole('region', { name: 'Patient Sample, Patient' });
    expect(within(banner).getByRole('heading', { name: 'Sample, Patient' })).toBeTruthy();
    expect([term('Born'), term('Age'), term('Record number')]).toEqual(['3 May 1961', '58 years', 'A-0042']);
    expect([term('Red flags'), term('Implants and MRI')]).toEqual(['Saddle numbness', 'Stimulator, MRI unknown']);
    expect(await violations()).toEqual([]);
  });

  it.each<[Allergies, string]>([
    [{ state: 'not-asked' }, 'Not asked'],
    [{ state: 'none-known' }, 'None known'],
    [{ state: 'none-known', source: 'patient, 3 May 2019' }, 'None known (patient, 3 May 2019)'],
    [{ state: 'listed', items: ['Latex', 'Penicillin'] }, 'Latex, Penicillin'],
  ])('tells the states of allergies apart: %j', (allergies, words) => {
    render(Banner, { patient: { ...patient, allergies } });
    expect(term('Allergies')).toBe(words);
  });

  it('names what is missing', () => {
    render(Banner, { patient: { ...patient, age: null, number: null, flags: [], implants: [] } });
    expect([term('Age'), term('Record number')]).toEqual(['Unknown', 'Not recorded']);
    expect([term('Red flags'), term('Implants and MRI')]).toEqual(['None recorded', 'None recorded']);
  });
});

describe('Table', () => {
  const rows = ['a', 'b', 'c'];
  const columns = [
    { id: 'name', header: 'Name', text: (row: string) => `Row ${row}` },
    { id: 'score', header: 'Score', text: () => '7', align: 'end' as const },
  ];
  const props = { label: 'Rows', columns, rows, key: (row: string) => row, href: (row: string) => `#/${row}` };
  const focused = () => document.activeElement?.textContent?.trim();

  it('is a table with a name, headers and a link in each row', async () => {
    render(Table<string>, props);
    const table = screen.getByRole('table', { name: 'Rows' });
    expect(within(table).getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Name', 'Score']);
    expect(within(table).getByRole('rowheader', { name: 'Row b' })).toBeTruthy();
    expect(within(table).getByRole('link', { name: 'Row b' }).getAttribute('href')).toBe('#/b');
    expect(await violations()).toEqual([]);
  });

  it('is one stop for Tab; arrows, Home and End move between rows', async () => {
    const onleavetop = vi.fn();
    render(Table<string>, { ...props, onleavetop });
    await userEvent.tab();
    const passed = [focused()];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await userEvent.keyboard(`{${key}}`);
      passed.push(focused());
    }
    expect(passed).toEqual(['Row a', 'Row b', 'Row c', 'Row c', 'Row b', 'Row a']);
    await userEvent.keyboard('{ArrowUp}');
    expect(onleavetop).toHaveBeenCalledOnce();
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('Dialog', () => {
  it('takes the focus, is named and described, and closes by Escape', async () => {
    const onclose = vi.fn();
    render(Dialog, { open: true, title: 'Retract', text: 'It stays in the history.', children: text('Body'), onclose });
    const dialog = await screen.findByRole('dialog', { name: 'Retract', description: 'It stays in the history.' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(onclose).toHaveBeenCalledOnce();
  });
});
