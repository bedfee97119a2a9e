import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { DraftView, FoundBy, PatientsFound } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { readPreferences, usual } from '../../preferences.svelte';
import { violations } from '../../test/axe';
import { found, hit, ready } from '../../test/record';
import { takeDraft } from '../entries/drafts/draftToContinue';
import PatientsScreen from './PatientsScreen.svelte';
import { newPerson } from './person/person';
import { takeCarried } from './person/typedPerson';
import { renderInWindow } from '../../test/renderInWindow';

function show(handlers: Handlers = {}, lastPatient: string | null = null) {
  const transport = fakeTransport({ ...ready, ...handlers });
  renderInWindow(PatientsScreen, { client: new Client(transport), lastPatient });
  return transport;
}
const search = () => screen.findByRole('searchbox', { name: 'Search patients' });

beforeEach(async () => {
  location.hash = '#/patients';
  await readPreferences(new Client(fakeTransport({ get_preferences: () => usual })));
});

describe('patients', () => {
  it('are found as one types and opened by key', async () => {
    show();
    const field = await search();
    expect(await screen.findAllByRole('link', { name: /^Sample/ })).toHaveLength(2);
    expect(await violations()).toEqual([]);
    await userEvent.type(field, 'Ben');
    await screen.findByRole('heading', { name: '1 patient' });
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Sample, Ben' }));
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('#/patients/p2/overview');
  });

  it('open lately come first, and Escape goes back to the last one', async () => {
    show({ recent_patients: () => [hit('p9', 'Recent, Rita', { number: 'R-9' })] }, 'p9');
    await screen.findByRole('heading', { name: 'Recent patients' });
    expect(screen.getByRole('row', { name: 'Recent, Rita 3 May 1961 58 R-9' })).toBeTruthy();
    await userEvent.type(await search(), 'x{Escape}');
    expect(((await search()) as HTMLInputElement).value).toBe('');
    expect(location.hash).toBe('#/patients');
    await userEvent.keyboard('{Escape}');
    expect(location.hash).toBe('#/patients/p9/overview');
  });

  it('of one name are told apart, and what is missing is named', async () => {
    show({
      search_patients: () =>
        found(
          [hit('1', 'Sample, Anna', { number: 'A-1' }), hit('2', 'Sample, Anna', { born: '', age: '' })],
          [],
        ),
    });
    await screen.findByRole('row', { name: 'Sample, Anna 3 May 1961 58 A-1' });
    expect(screen.getByRole('row', { name: 'Sample, Anna Unknown Not recorded' })).toBeTruthy();
  });

  it('show where Enter leads: the only one found by name, also beside others of whom the record speaks', async () => {
    const by = (id: string, name: string, reasons: FoundBy[]) => ({ hit: hit(id, name), by: reasons });
    const spoken: FoundBy = { by: 'fact', noun: 'treatment', title: 'Drug: Benzocaine' };
    const people = [by('p1', 'Ben, Sample', [{ by: 'name' }]), by('p2', 'Other, Anna', [spoken])];
    const transport = show({ search_patients: () => ({ found: people, total: 2 }) });
    await userEvent.type(await search(), 'ben');
    const row = () => screen.getByRole('link', { name: 'Ben, Sample' }).closest('tr');
    await waitFor(() => expect(row()?.classList.contains('marked')).toBe(true));
    expect(document.querySelectorAll('tr.marked')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('#/patients/p1/overview');
    location.hash = '#/patients';
    transport.answer('search_patients', () => ({
      found: [...people, by('p3', 'Ben, Third', [{ by: 'name' }])],
      total: 3,
    }));
    await userEvent.type(await search(), 'n');
    await screen.findByRole('link', { name: 'Ben, Third' });
    expect(document.querySelectorAll('tr.marked')).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    expect(location.hash, 'of two nobody is chosen').toBe('#/patients');
  });

  it('are told with their year, their flags and what is due, once nobody types on', async () => {
    const verdict = { text: 'leg 8 to 5', direction: 'better', important: true, way: 'down' } as const;
    const transport = show({
      glance_patients: () => [
        {
          id: 'p1',
          seen: '3 May 2026',
          year: [{ measure: 'Pain 0–10, leg', verdict }],
          pinned: true,
          flags: { state: 'listed', text: '1 open' },
          due: ['6 weeks after fusion', '1 year after fusion'],
        },
      ],
    });
    const seen = await screen.findByText('3 May 2026');
    const row = seen.closest('tr');
    expect(row?.textContent.replace(/\s+/g, ' ')).toMatch(
      /3 May 2026 ?Pain 0–10, leg: ?Better ?1 open ?2 visits due or missed/,
    );
    expect(transport.asked('glance_patients')).toEqual([{ patients: ['p1', 'p2'] }]);
    expect(await violations()).toEqual([]);
  });

  it('are only those that one wants to see, with the columns that one wants, and so the next time', async () => {
    const glance = (id: string, due: string[]) => ({
      id,
      seen: '',
      year: [],
      pinned: false,
      flags: { state: 'none' as const, text: 'none found' },
      due,
    });
    const transport = show({
      save_preferences: () => ({}),
      recent_patients: () => [hit('p1', 'Sample, Anna'), hit('p2', 'Sample, Ben')],
      glance_patients: ({ patients }) => patients.map((id) => glance(id, id === 'p2' ? ['6 weeks'] : [])),
    });
    await screen.findByText('1 visit due or missed');
    await userEvent.click(screen.getByRole('button', { name: /^Whom the list shows/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'Follow-up due or missed' }));
    await screen.findByRole('heading', {
      name: 'With follow-up due or missed: 1 of 2 patients that are listed',
    });
    expect(screen.getAllByRole('link', { name: /^Sample/ }).map((link) => link.textContent)).toEqual([
      'Sample, Ben',
    ]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Red flags' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Red flags' })).toBeNull());
    expect(await violations()).toEqual([]);
    const kept = { hidden: ['flags'], only: 'due' };
    expect(transport.asked('save_preferences').at(-1)?.patients).toEqual(kept);
    await userEvent.click(screen.getByRole('radio', { name: 'Open red flags' }));
    await screen.findByRole('heading', { name: 'With open red flags: 0 of 2 patients that are listed' });
  });

  it('never answer an older text', async () => {
    const answers = new Map<string, (found: PatientsFound) => void>();
    show({ search_patients: ({ text }) => new Promise((done) => answers.set(text, done)) });
    await userEvent.type(await search(), 'ab');
    await waitFor(() => expect(answers.has('ab')).toBe(true));
    answers.get('ab')?.(found([hit('2', 'New answer')]));
    await screen.findByRole('link', { name: 'New answer' });
    answers.get('a')?.(found([hit('1', 'Old answer')]));
    await Promise.resolve();
    expect(screen.queryByRole('link', { name: 'Old answer' })).toBeNull();
  });

  it('say so when there are more than are shown', async () => {
    const many = Array.from({ length: 60 }, (_, at) => hit(String(at), `Sample ${at}`));
    const transport = show({
      search_patients: ({ limit }) => found(many.slice(0, limit), [{ by: 'name' }], many.length),
    });
    await userEvent.type(await search(), 'sam');
    await screen.findByRole('heading', { name: 'The first 50 of 60 patients' });
    await userEvent.click(screen.getByRole('button', { name: 'Show more (10 not shown)' }));
    await screen.findByRole('heading', { name: '60 patients' });
    expect(transport.asked('search_patients').at(-1)).toEqual({ text: 'sam', limit: 100 });
  });

  it('say by what each was found', async () => {
    const by = [{ by: 'name' }, { by: 'fact', noun: 'surgery', title: 'Fusion, L4-S1' }] as const;
    show({ search_patients: () => found([hit('1', 'Sample, Sam')], [...by]) });
    await userEvent.type(await search(), 'sam l5-s1');
    await screen.findByRole('row', {
      name: 'Sample, Sam 3 May 1961 58 Not recorded Name; Operation: Fusion, L4-S1',
    });
    expect(await violations()).toEqual([]);
  });

  it('are all within reach of the recent ones, with their number', async () => {
    show({
      recent_patients: () => [hit('p9', 'Recent, Rita')],
      search_patients: () => found([hit('p1', 'Sample, Anna'), hit('p9', 'Recent, Rita')], []),
    });
    await screen.findByRole('heading', { name: 'Recent patients' });
    await userEvent.click(screen.getByRole('button', { name: 'Show all patients' }));
    await screen.findByRole('heading', { name: '2 patients' });
    expect(screen.getByRole('link', { name: 'Sample, Anna' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show recent patients' }));
    await screen.findByRole('heading', { name: 'Recent patients' });
  });

  it('that nobody finds are created from what was typed', async () => {
    show({ search_patients: () => found([]) });
    await userEvent.type(await search(), 'anna kowalska 3.5.61');
    await screen.findByRole('heading', { name: 'No patient matches “anna kowalska 3.5.61”' });
    expect(screen.getByText('Kowalska').closest('dd')?.previousElementSibling?.textContent).toBe(
      'Family name',
    );
    expect(screen.getByText('3.5.61').closest('dd')?.previousElementSibling?.textContent).toBe('Birth date');
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Create patient' }));
    expect(location.hash).toBe('#/patients/new');
    expect(takeCarried()).toEqual({ family: 'Kowalska', given: 'Anna', born: '3.5.61', record_number: '' });
  });

  it('are none at first: the sample clinic is offered and comes into the list', async () => {
    const transport = show({ search_patients: () => found([]) });
    await screen.findByRole('heading', { name: 'No patients yet' });
    expect(await violations()).toEqual([]);
    transport.answer('add_sample', () => {
      transport.answer('search_patients', () => found([hit('s1', 'Case 1')]));
      return { value: {}, changes: ['patients'] };
    });
    await userEvent.click(screen.getByRole('button', { name: 'Add the sample clinic' }));
    await screen.findByRole('link', { name: 'Case 1' });
  });

  it('that cannot be read are asked for again', async () => {
    const transport = show({
      search_patients: () => {
        throw { code: 'unavailable' };
      },
    });
    await screen.findByText(/cannot be reached/);
    transport.answer('search_patients', () => found([hit('1', 'Sample, Anna')]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'Sample, Anna' });
    expect(screen.queryByText(/cannot be reached/)).toBeNull();
  });
});

describe('a half-entered patient', () => {
  const draft: DraftView = {
    draft: 'd1',
    patient: null,
    noun: 'patient',
    entry: null,
    base_version: null,
    kept_at: '25 Nov 2026, 14:03',
    reason: '',
    name: null,
    sitting: 's1',
    title: null,
    changes: [],
    input: { ...newPerson(), family: 'Kowalska' },
  };
  const other: DraftView = { ...draft, draft: 'd2', patient: 'p1', entry: 'p1' };

  it('is offered as a dated draft, to go on with', async () => {
    show({ list_drafts: () => [draft, other] });
    await screen.findByText('kept 25 Nov 2026, 14:03, not part of the record yet');
    expect(screen.getAllByText('Draft')).toHaveLength(1);
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Continue : New patient: Kowalska' }));
    expect(location.hash).toBe('#/patients/new');
    expect(takeDraft('patient', 'p1', null)).toBeNull();
    expect(takeDraft('patient', null, null)).toEqual(draft);
    expect(takeDraft('patient', null, null)).toBeNull();
  });

  it('is discarded only after asking once', async () => {
    const transport = show({ list_drafts: () => [draft] });
    await userEvent.click(await screen.findByRole('button', { name: /^Discard/ }));
    const keep = await screen.findByRole('button', { name: 'Cancel' });
    expect(screen.getByRole('dialog', { name: 'Discard this draft?' })).toBeTruthy();
    await userEvent.click(keep);
    expect(transport.asked('discard_draft')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /^Discard/ }));
    transport.answer('list_drafts', () => []);
    await userEvent.click(await screen.findByRole('button', { name: 'Discard draft' }));
    await waitFor(() => expect(screen.queryByText('Draft')).toBeNull());
    expect(transport.asked('discard_draft')).toEqual([{ draft: 'd1' }]);
  });
});
