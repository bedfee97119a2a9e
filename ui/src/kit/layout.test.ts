import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { violations } from '../test/axe';
import { text } from '../test/text';
import Banner from './banner/Banner.svelte';
import type { BannerPatient } from './banner/banner';
import Dialog from './Dialog.svelte';
import Disclosure from './Disclosure.svelte';
import Table from './Table.svelte';

describe('Banner', () => {
  const patient: BannerPatient = {
    name: 'Sample, Patient',
    born: '3 May 1961',
    age: '58 or 59',
    number: 'A-0042',
    alerts: {
      allergies: { missing: 'not_asked' },
      red_flags: { value: ['Saddle numbness'] },
      implants_mri: { value: ['Stimulator, MRI unknown', 'Cage L4-L5'] },
      anticoagulants: { missing: 'absent' },
    },
    flags: [],
    flags_line: { state: 'open', text: 'Not asked' },
    citation: null,
  };
  const term = (name: string) => screen.getByText(name).nextElementSibling?.textContent?.trim();

  it('says who it is and what must not be overlooked', async () => {
    const flags_line = { state: 'listed' as const, text: 'Saddle numbness' };
    render(Banner, { patient: { ...patient, flags_line }, personHref: '#/p', alertsHref: '#/a' });
    const banner = screen.getByRole('region', { name: 'Patient Sample, Patient' });
    expect(within(banner).getByRole('heading', { name: 'Sample, Patient' })).toBeTruthy();
    expect([term('Born'), term('Age'), term('Record number')]).toEqual(['3 May 1961', '58 or 59', 'A-0042']);
    expect(term('Red flags')).toBe('Saddle numbness');
    expect(term('Devices and MRI')).toBe('Stimulator, MRI unknown; Cage L4-L5');
    expect(term('Blood thinners')).toBe('None');
    expect(screen.getByRole('link', { name: 'Amend person' }).getAttribute('href')).toBe('#/p');
    expect(screen.getByRole('link', { name: 'Amend alerts' }).getAttribute('href')).toBe('#/a');
    expect(await violations()).toEqual([]);
  });

  it.each<[BannerPatient['alerts']['allergies'], string]>([
    [{ missing: 'not_asked' }, 'Not asked'],
    [{ missing: 'absent' }, 'None known'],
    [{ missing: 'unknown' }, 'Unknown'],
    [{ missing: 'declined' }, 'Declined to answer'],
    [{ missing: 'not_applicable' }, 'Does not apply'],
    [{ value: [] }, 'Not asked'],
    [{ value: ['Latex', 'Penicillin'] }, 'Latex; Penicillin'],
  ])('tells the states of an alert apart: %j', (allergies, words) => {
    render(Banner, { patient: { ...patient, alerts: { ...patient.alerts, allergies } } });
    expect(term('Allergies')).toBe(words);
  });

  it('names what is missing, and where a published case comes from', () => {
    render(Banner, {
      patient: { ...patient, born: '', age: '', number: null, citation: 'Journal 2019; 1: 2' },
    });
    expect([term('Born'), term('Age'), term('Record number')]).toEqual([
      'Unknown',
      'Unknown',
      'Not recorded',
    ]);
    expect(screen.getByText('Sample: Journal 2019; 1: 2')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('Disclosure', () => {
  const props = { label: 'More', text: 'sex, contact', children: text('Inside') };
  const line = () => screen.getByRole('button', { name: 'More sex, contact' });

  it('says what is in it and holds nothing while it is closed', async () => {
    render(Disclosure, props);
    expect(line().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('Inside')).toBeNull();
    await userEvent.click(line());
    expect(screen.getByText('Inside')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(line());
    expect(screen.queryByText('Inside')).toBeNull();
  });

  /** Choices of what a view shows: nothing of them is typed, refused or saved with a form. */
  const ofTheView = ['progress/LineChoices.svelte'];

  it('is told that it holds fields wherever it does: no field of a form waits unseen', () => {
    const folder = 'src/features';
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.svelte'),
    );
    const held = sources.flatMap((path) => {
      const code = readFileSync(join(folder, path), 'utf8');
      return [...code.matchAll(/<Disclosure\b((?:[^>]|=>)*)>(.*?)<\/Disclosure>/gs)]
        .filter(([, , inside = '']) => /\bbind:(value|checked|power|rows)\b/.test(inside))
        .map(([, tag = '']) => ({ path, told: /\sfields\b/.test(tag) }));
    });
    expect(held.length).toBeGreaterThan(8);
    const untold = held.filter(({ told }) => !told).map(({ path }) => path.replaceAll('\\', '/'));
    expect(untold).toEqual(ofTheView);
  });
});

describe('Table', () => {
  const rows = ['a', 'b', 'c'];
  const columns = [
    { id: 'name', header: 'Name', text: (row: string) => `Row ${row}` },
    { id: 'score', header: 'Score', text: () => '7', align: 'end' as const },
  ];
  const props = {
    label: 'Rows',
    columns,
    rows,
    key: (row: string) => row,
    href: (row: string) => `#/${row}`,
  };
  const focused = () => document.activeElement?.textContent?.trim();

  it('is a table with a name, headers and a link in each row', async () => {
    render(Table<string>, props);
    const table = screen.getByRole('table', { name: 'Rows' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((header) => header.textContent),
    ).toEqual(['Name', 'Score']);
    expect(within(table).getByRole('rowheader', { name: 'Row b' })).toBeTruthy();
    expect(within(table).getByRole('link', { name: 'Row b' }).getAttribute('href')).toBe('#/b');
    expect(await violations()).toEqual([]);
  });

  it('opens by a button what has no address, by a key or a press anywhere in the row', async () => {
    const onopen = vi.fn();
    render(Table<string>, { ...props, href: undefined, onopen });
    expect(screen.queryByRole('link')).toBeNull();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onopen).toHaveBeenLastCalledWith('b');
    await userEvent.click(within(screen.getByRole('row', { name: /Row c/ })).getByRole('cell'));
    expect(onopen).toHaveBeenLastCalledWith('c');
    expect(onopen).toHaveBeenCalledTimes(2);
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
    render(Dialog, {
      open: true,
      title: 'Retract',
      text: 'It stays in the history.',
      children: text('Body'),
      onclose,
    });
    const dialog = await screen.findByRole('dialog', {
      name: 'Retract',
      description: 'It stays in the history.',
    });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(onclose).toHaveBeenCalledOnce();
  });
});
