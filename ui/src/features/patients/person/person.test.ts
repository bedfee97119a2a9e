import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { continueDraft } from '../../entries/drafts/draftToContinue';
import { Client } from '../../../ipc/client';
import type { DraftView, EntryView, FactInput } from '../../../ipc/generated';
import { fakeTransport, type Handlers } from '../../../ipc/transport.fake';
import { violations } from '../../../test/axe';
import { hit, patient, ready } from '../../../test/record';
import AmendPerson from './AmendPerson.svelte';
import NewPatientScreen from './NewPatientScreen.svelte';
import { newPerson } from './person';
import { carry } from './typedPerson';
import { renderInWindow } from '../../../test/renderInWindow';

const view = (input: FactInput, id: string, version = 1): EntryView => ({
  id,
  patient: id,
  noun: 'patient',
  version,
  stands: true,
  recorded_by: 'Dr A.',
  recorded_at: '25 Nov 2026, 14:03',
  input,
  shown: { when: '', title: '', details: [] },
});
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

beforeEach(() => {
  location.hash = '#/patients/new';
});

describe('a new patient', () => {
  function show(handlers: Handlers = {}) {
    const transport = fakeTransport({
      ...ready,
      record_entry: ({ input, entry }) => ({ value: view(input, entry), changes: ['patients'] }),
      ...handlers,
    });
    renderInWindow(NewPatientScreen, { client: new Client(transport) });
    return transport;
  }

  it('needs a name and a birth date only, and opens once saved', async () => {
    const transport = show();
    await waitFor(() => expect(document.activeElement).toBe(field('Family name')));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('Kowalska{Enter}Anna{Enter}3.5.61');
    await screen.findByText('Read as 3.5.61');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
    const [request] = transport.asked('record_entry');
    expect(request?.patient).toBe(request?.entry);
    expect(request?.input).toEqual({ ...newPerson(), family: 'Kowalska', given: 'Anna', born: '3.5.61' });
    expect(transport.asked('understand').at(-1)).toEqual({ kind: 'born', text: '3.5.61', patient: null });
    await waitFor(() => expect(location.hash).toBe(`#/patients/${request?.patient}/overview`));
  });

  it('begins with what the search was given', async () => {
    carry({ family: 'Smith', given: 'Anna', born: '1961', record_number: 'A-1' });
    show();
    expect([field('Family name').value, field('Given names').value]).toEqual(['Smith', 'Anna']);
    expect([field('Birth date').value, field('Record number').value]).toEqual(['1961', 'A-1']);
  });

  it('shows who may be the same person, each openable, and never blocks', async () => {
    const same = {
      same_name: true,
      like_name: true,
      same_born: false,
      swapped_born: true,
      within_born: false,
    };
    const transport = show({
      similar_patients: ({ family }) =>
        family === 'Kowalska'
          ? [
              { hit: hit('7', 'Kowalska, Anna', { number: 'K-7' }), ...same },
              {
                ...same,
                hit: hit('8', 'Kowalska-Nowak, Ann'),
                same_name: false,
                same_born: true,
                swapped_born: false,
              },
            ]
          : [],
    });
    await userEvent.type(field('Family name'), 'Kowalska');
    const link = await screen.findByRole('link', { name: 'Kowalska, Anna' });
    expect(link.getAttribute('href')).toBe('#/patients/7/overview');
    expect(screen.getByText('2 patients may be the same person')).toBeTruthy();
    expect(screen.getByText('Same name; birth date the same with day and month exchanged')).toBeTruthy();
    expect(screen.getByText('Similar name; same birth date')).toBeTruthy();
    expect(screen.getByText('Record number Not recorded')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
  });

  it('is still entered when nobody can be asked who looks alike', async () => {
    const transport = show({
      similar_patients: () => {
        throw { code: 'unavailable' };
      },
    });
    await userEvent.type(field('Family name'), 'Kowalska');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
  });

  it('folds the rest behind a line that says what is in it', async () => {
    const transport = show();
    expect(screen.queryByRole('textbox', { name: 'Occupation' })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'More sex, contact, occupation, care team, note' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Female' }));
    await userEvent.type(field('Contact'), 'Hill Road 1{Enter}Tel. 1234');
    await userEvent.type(field('Role 1'), 'GP');
    await userEvent.type(field('Name 1'), 'Dr C.');
    await userEvent.click(screen.getByRole('button', { name: 'Add another person' }));
    await userEvent.type(field('Role 2'), 'Physio');
    expect(await violations()).toEqual([]);
    await userEvent.clear(field('Role 2'));
    // Closed, it still says that something is in it.
    await userEvent.click(
      screen.getByRole('button', { name: 'More sex, contact, occupation, care team, note' }),
    );
    expect(screen.queryByRole('textbox', { name: 'Occupation' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'More sex, contact, occupation, care team, note: 4 filled in' }),
    ).toBeTruthy();
    await userEvent.type(field('Family name'), 'Kowalska');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
    expect(transport.asked('record_entry')[0]?.input).toMatchObject({
      sex: 'female',
      contact: ['Hill Road 1', 'Tel. 1234'],
      care_team: [
        { role: 'GP', name: 'Dr C.' },
        { role: '', name: '' },
      ],
    });
  });

  it('says at the field what is needed, and opens the fold for it', async () => {
    show({
      record_entry: () => {
        throw {
          code: 'invalid',
          issues: [
            { path: 'born', problem: { code: 'required' } },
            { path: 'note', problem: { code: 'too_long', limit: 4000 } },
          ],
        };
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(document.activeElement).toBe(field('Birth date')));
    expect(field('Birth date').getAttribute('aria-invalid')).toBe('true');
    expect(field('Note').getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(field('Note'), 'x');
    expect(field('Note').value).toBe('x');
  });

  it('goes on with a draft only when asked to', async () => {
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
      input: { ...newPerson(), family: 'Kowalska', contact: ['a', 'b'] },
    };
    const transport = show({ list_drafts: () => [draft] });
    const button = await screen.findByRole('button', { name: /^Continue/ });
    expect(field('Family name').value).toBe('');
    await userEvent.click(button);
    expect(field('Family name').value).toBe('Kowalska');
    expect(screen.queryByRole('button', { name: /^Continue/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')[0]).toMatchObject({ draft: 'd1' }));
  });

  it('keeps what was typed when one steps back by Escape', async () => {
    const transport = show();
    await userEvent.type(field('Family name'), 'Kow{Escape}');
    expect(location.hash).toBe('#/patients');
    expect(transport.asked('discard_draft')).toEqual([]);
  });
});

describe('amending the person', () => {
  const saved = {
    ...newPerson(),
    family: 'Sample',
    given: 'Anna',
    born: '3 May 1961',
    citation: { doi: '10.1/x' },
  };
  function show(handlers: Handlers = {}) {
    const transport = fakeTransport({
      ...ready,
      get_entry: () => view(saved, 'p1', 3),
      amend_entry: ({ input }) => ({ value: view(input, 'p1', 4), changes: ['patients', 'patient/p1'] }),
      ...handlers,
    });
    renderInWindow(AmendPerson, { client: new Client(transport), patient });
    return transport;
  }

  it('shows what is saved, asks why, and carries the source of a case along', async () => {
    const transport = show();
    await screen.findByRole('textbox', { name: 'Family name' });
    expect(field('Given names').value).toBe('Anna');
    expect(await violations()).toEqual([]);
    await userEvent.type(field('Given names'), ' Maria');
    const reason = screen.getByRole('textbox', { name: /why|reason/i });
    await userEvent.type(reason, 'Second name was missing');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('amend_entry')).toHaveLength(1));
    expect(transport.asked('amend_entry')[0]).toMatchObject({
      entry: 'p1',
      base_version: 3,
      reason: 'Second name was missing',
      input: { given: 'Anna Maria', citation: { doi: '10.1/x' } },
    });
    expect(location.hash).toBe('#/patients/p1/overview');
  });

  it('takes over a draft that someone chose to go on with', async () => {
    const input = { ...saved, given: 'Anna M.' };
    const kept = { kept_at: 'x', name: null, sitting: 's1', title: null, changes: [], reason: '' };
    const draft: DraftView = {
      draft: 'd1',
      patient: 'p1',
      noun: 'patient',
      entry: 'p1',
      base_version: 3,
      ...kept,
      input,
    };
    continueDraft(draft);
    expect(location.hash).toBe('#/patients/p1/person');
    show({ list_drafts: () => [draft] });
    await screen.findByRole('textbox', { name: 'Family name' });
    expect(field('Given names').value).toBe('Anna M.');
    expect(screen.queryByRole('button', { name: /^Continue/ })).toBeNull();
  });

  it('says what is wrong when the person cannot be read', async () => {
    show({
      get_entry: () => {
        throw { code: 'internal', reference: 'k3' };
      },
    });
    await screen.findByText(/k3/);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
