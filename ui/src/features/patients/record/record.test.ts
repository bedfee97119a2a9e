import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../../ipc/client';
import type { ChangeRow, DraftView } from '../../../ipc/generated';
import { fakeTransport, type Handlers } from '../../../ipc/transport.fake';
import type { Section } from '../../../router';
import { violations } from '../../../test/axe';
import { nothingToTell, onLadder, patient, ready, row, tried } from '../../../test/record';
import PatientScreen from './PatientScreen.svelte';
import { renderInWindow } from '../../../test/renderInWindow';

function show(section: Section, handlers: Handlers = {}) {
  const transport = fakeTransport({ ...ready, ...handlers });
  const client = new Client(transport);
  renderInWindow(PatientScreen, { client, id: 'p1', section });
  return { transport, client };
}
const card = (name: string) => within(screen.getByRole('region', { name }));

beforeEach(() => {
  location.hash = '#/patients/p1/overview';
});

describe('the frame of a record', () => {
  it('shows who it is on every screen, with tabs as links and keys', async () => {
    show('overview');
    await screen.findByRole('region', { name: 'Patient Sample, Anna' });
    const tabs = within(screen.getByRole('navigation', { name: 'Sections of the record' })).getAllByRole(
      'link',
    );
    expect(tabs.map((tab) => tab.querySelector('span')?.textContent)).toEqual([
      'Overview',
      'Operations',
      'Symptoms',
      'Imaging and tests',
      'Diagnosis and plan',
      'Treatments',
      'Progress',
      'Safety',
      'Letters',
      'History',
    ]);
    // Each says the key that leads to it.
    expect(tabs.map((tab) => tab.querySelector('kbd')?.textContent?.toLowerCase())).toEqual(
      tabs.map((tab) => tab.getAttribute('aria-keyshortcuts')),
    );
    expect(tabs.map((tab) => tab.getAttribute('aria-current'))[0]).toBe('page');
    await userEvent.keyboard('7');
    expect(location.hash).toBe('#/patients/p1/progress');
    await userEvent.keyboard('w');
    expect(location.hash).toBe('#/patients/p1/walking');
    await userEvent.keyboard('0');
    expect(location.hash).toBe('#/patients/p1/timeline');
    expect(screen.getByRole('link', { name: 'Amend person' }).getAttribute('href')).toBe(
      '#/patients/p1/person',
    );
    expect(screen.getByRole('link', { name: 'Amend alerts' }).getAttribute('href')).toBe(
      '#/patients/p1/alerts',
    );
  });

  it('gives the walking programme the whole width', async () => {
    show('walking');
    await screen.findByText('No walking plan yet');
    expect(screen.queryByRole('complementary', { name: 'At a glance' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Walking' }).getAttribute('aria-keyshortcuts')).toBe('w');
  });

  it('announces the patient and keeps the name out of the title', async () => {
    show('history');
    await screen.findByText('Sample, Anna, Changes');
    expect(document.title).not.toContain('Sample');
  });

  it('shows verdicts, the last scores first, and what the record holds', async () => {
    show('surgeries', {
      open_patient: () => ({
        ...patient,
        verdicts: [
          {
            text: 'Pain 0–10, leg: no change',
            direction: 'same' as const,
            important: false,
            way: 'level' as const,
          },
        ],
      }),
    });
    await screen.findByText('Pain 0–10, leg: no change');
    const context = within(screen.getByRole('complementary', { name: 'At a glance' }));
    await context.findByRole('link', { name: 'Pain 0–10, leg: 5/10' });
    const scores = context.getAllByRole('link', { name: /^Pain 0–10, leg: \d/ });
    expect(scores.map((score) => score.textContent)).toEqual([
      'Pain 0–10, leg: 5/10',
      'Pain 0–10, leg: 8/10',
    ]);
    expect(scores[0]?.getAttribute('href')).toBe('#/patients/p1/scores/score-2');
    expect(context.getByRole('link', { name: 'Operations' }).nextElementSibling?.textContent).toBe('2');
  });

  it('is read anew when the record changes, by whoever changed it', async () => {
    const { transport, client } = show('overview');
    await screen.findByRole('link', { name: '2. Fusion L4-S1' });
    transport.answer('open_patient', () => ({ ...patient, number: 'B-7' }));
    transport.answer('list_entries', ({ noun }) =>
      noun === 'surgery' ? [row('surgery', 1, 'Laminectomy', '2012')] : [],
    );
    transport.answer('add_sample', () => ({ value: {}, changes: ['patient/p2'] }));
    await client.call('add_sample', {});
    expect(transport.asked('open_patient')).toHaveLength(1);
    transport.answer('add_sample', () => ({ value: {}, changes: ['patient/p1'] }));
    await client.call('add_sample', {});
    await screen.findByText('B-7');
    await screen.findByRole('link', { name: '1. Laminectomy' });
  });

  it('says what is wrong when the patient cannot be opened', async () => {
    const { transport } = show('overview', {
      open_patient: () => {
        throw { code: 'not_found' };
      },
    });
    await screen.findByText(/no longer there/);
    expect(await violations()).toEqual([]);
    transport.answer('open_patient', () => patient);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('region', { name: 'Patient Sample, Anna' });
  });
});

describe('the overview', () => {
  it('tells what hurts and what was done, each dated and openable', async () => {
    show('overview');
    const operation = await screen.findByRole('link', { name: '2. Fusion L4-S1' });
    expect(operation.getAttribute('href')).toBe('#/patients/p1/surgeries/surgery-2');
    expect(
      card('Operations')
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['1. Discectomy L4-L5, left', '2. Fusion L4-S1']);
    expect(card('Operations').getByText('Surgeon: Dr B.')).toBeTruthy();
    expect(card('What hurts').getByText('since May 2016')).toBeTruthy();
    expect(card('What hurts').getByText('Intensity: 7/10')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says in one sentence what is not there yet, with the one thing to do', async () => {
    show('overview', { list_entries: () => [] });
    await screen.findByText('No imaging note recorded yet.');
    expect(screen.getByText('No operation recorded yet.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Record operation' }));
    expect(location.hash).toBe('#/patients/p1/surgeries/new');
    expect(await violations()).toEqual([]);
  });

  it('gathers what was tried by what came of it, names the same once, and leads to each and to the ladder', async () => {
    show('overview', {
      ladder: () =>
        onLadder(
          [
            tried('pregabalin', { rung: 'medicine', effect: 'helped' }),
            tried('gabapentin', { rung: 'medicine', effect: 'halved' }),
            tried('block', { effect: 'little' }),
            tried('caudal', { entry: 'b', effect: 'worse' }),
            tried('Caudal', { entry: 'c', effect: 'worse' }),
            ...['q', 'r', 's', 't', 'u', 'v'].map((name) => tried(name)),
          ],
          { untried: [{ entry: 'n', rung: 'stimulation', name: 'stimulator', because: 'waiting for it' }] },
        ),
    });
    const link = await screen.findByRole('link', { name: 'pregabalin' });
    expect(link.getAttribute('href')).toBe('#/patients/p1/treatments/pregabalin');
    const terms = within(screen.getByRole('region', { name: 'Treatments tried' }));
    expect(terms.getAllByRole('term').map((term) => term.textContent)).toEqual([
      'Half of the pain or more gone: 50 % relief or more',
      'Helped: 30 % relief or more, less than 50 %',
      'Helped a little: less than 30 %',
      'Did not help',
      'What came of it is not known as a percentage',
      'Not tried',
    ]);
    expect(terms.getByText('waiting for it')).toBeTruthy();
    expect(terms.getByRole('link', { name: 'caudal' }).closest('li')?.textContent).toMatch(
      /× 2.*made it worse/,
    );
    for (const name of ['Ladder', '2 more'])
      expect(terms.getByRole('link', { name }).getAttribute('href')).toBe('#/patients/p1/ladder');
    expect(await violations()).toEqual([]);
  });

  it('names medicines that go on or may go on, and never one that is over', async () => {
    show('overview', {
      ladder: () =>
        onLadder(
          [
            tried('duloxetine', {
              rung: 'medicine',
              standing: 'running',
              medicine: 'duloxetine 60 mg once a day',
            }),
            tried('tramadol', { rung: 'medicine', standing: 'unknown' }),
            tried('codeine', { rung: 'medicine', standing: 'ended' }),
            tried('walking', { rung: 'exercise', standing: 'running' }),
          ],
          { beside: ['ibuprofen (anti-inflammatory), for information'] },
        ),
    });
    const now = await screen.findByRole('region', { name: 'Medicines now' });
    await within(now).findByRole('link', { name: 'duloxetine 60 mg once a day' });
    expect(within(now).getByText('ibuprofen (anti-inflammatory), for information')).toBeTruthy();
    expect(within(now).getAllByRole('link')).toHaveLength(2);
    expect(within(now).getByRole('link', { name: 'tramadol' }).closest('li')?.textContent).toContain(
      'not known whether it goes on',
    );
  });

  it('tells the story, the year and what is missing, each gap with its way', async () => {
    show('overview', {
      overview: () => ({
        ...nothingToTell,
        story: ['2 operations since 2012.', 'Symptoms: low back.'],
        svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240"></svg>',
        summary: 'leg 8 to 5',
        year: [{ text: 'leg 8 to 5', direction: 'better', important: true, way: 'down' }],
        gaps: [{ noun: 'examination', text: 'No examination' }],
      }),
    });
    expect(await screen.findByText(/2 operations since 2012\. Symptoms: low back\./)).toBeTruthy();
    const course = within(screen.getByRole('region', { name: 'Pain and disability over time' }));
    expect(course.getByRole('img', { name: 'leg 8 to 5' })).toBeTruthy();
    expect(course.getByText('Better')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'No examination' }).getAttribute('href')).toBe(
      '#/patients/p1/examinations',
    );
    expect(await violations()).toEqual([]);
  });

  it('says that nothing can be drawn or compared instead of leaving a hole', async () => {
    show('overview');
    await screen.findByText('No rating of pain and no disability score with a date is recorded.');
    expect(screen.getByText('No treatment recorded yet.')).toBeTruthy();
    expect(screen.getByText('No medicine is recorded that goes on or may go on.')).toBeTruthy();
  });

  it('shows the goals with the way to all of them where there are more', async () => {
    const goals = Array.from({ length: 5 }, (_, at) => row('goal', at + 1, `goal ${at + 1}`, '25 Nov 2026'));
    show('overview', { list_entries: ({ noun }) => (noun === 'goal' ? goals : []) });
    const all = await screen.findByRole('link', { name: 'All 5 goals' });
    expect(all.getAttribute('href')).toBe('#/patients/p1/goals');
    expect(card('Goals').getAllByRole('link', { name: /^goal \d/ })).toHaveLength(4);
  });

  it('offers drafts of this patient only', async () => {
    const draft = (id: string, owner: string | null): DraftView => ({
      draft: id,
      patient: owner,
      noun: 'score',
      entry: null,
      base_version: null,
      kept_at: '25 Nov 2026, 14:03',
      reason: '',
      name: 'Sample, Anna',
      sitting: id,
      title: null,
      changes: [],
      input: {
        noun: 'score',
        when: '',
        measure: { measure: 'odi', value: '', version: '' },
        told_by: 'patient',
        note: '',
      },
    });
    show('overview', { list_drafts: () => [draft('1', 'p1'), draft('2', 'p2'), draft('3', null)] });
    await screen.findByText('kept 25 Nov 2026, 14:03, not part of the record yet');
    await userEvent.click(screen.getByRole('button', { name: 'Continue : New score' }));
    expect(location.hash).toBe('#/patients/p1/scores');
  });

  it('keeps very long words inside and shows them whole', async () => {
    const long = 'Lumbosacralisinterbodyfusion'.repeat(20);
    show('overview', {
      open_patient: () => ({ ...patient, name: long }),
      list_entries: ({ noun }) => [row(noun, 1, `${noun} ${long}`, 'about 2014')],
    });
    await screen.findByRole('heading', { name: long });
    await screen.findByRole('link', { name: `symptom ${long}` });
  });

  it('says what is wrong when the lists cannot be read', async () => {
    const { transport } = show('overview', {
      list_entries: () => {
        throw { code: 'unavailable' };
      },
    });
    await screen.findByText(/cannot be reached/);
    transport.answer('list_entries', () => []);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('No symptom recorded yet.');
    await waitFor(() => expect(screen.queryByText(/cannot be reached/)).toBeNull());
  });
});

describe('the history', () => {
  const change = (more: Partial<ChangeRow>): ChangeRow => ({
    entry: 's1',
    noun: 'surgery',
    version: 1,
    kind: 'record',
    title: 'Fusion L4-S1',
    reason: null,
    recorded_by: 'Dr A.',
    recorded_at: '25 Nov 2026, 14:03',
    stands: true,
    ...more,
  });

  it('says who did what, when and why, and leads to each entry', async () => {
    show('history', {
      list_changes: () => [
        change({ version: 2, kind: 'amend', reason: 'Level was wrong' }),
        change({}),
        change({ entry: 'b1', noun: 'background', title: 'Allergies' }),
        change({
          entry: 'i1',
          noun: 'imaging',
          kind: 'retract',
          title: 'MRI',
          reason: 'Other patient',
          stands: false,
        }),
      ],
    });
    const table = await screen.findByRole('table', { name: 'Changes' });
    expect(screen.getByRole('link', { name: 'Who opened this record' }).getAttribute('href')).toBe(
      '#/settings/audit/p1',
    );
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((header) => header.textContent),
    ).toEqual(['What', 'When', 'Who', 'Why']);
    const amended = screen.getByRole('link', { name: 'Amended operation: Fusion L4-S1' });
    expect(amended.getAttribute('href')).toBe('#/patients/p1/surgeries/s1');
    expect(amended.closest('tr')?.textContent).toContain('Level was wrong');
    expect(
      screen.getByRole('link', { name: 'Recorded operation: Fusion L4-S1' }).closest('tr')?.textContent,
    ).toContain('First record');
    expect(screen.getByRole('link', { name: /Recorded alerts/ }).getAttribute('href')).toBe(
      '#/patients/p1/alerts',
    );
    expect(screen.getByRole('link', { name: /entered in error, imaging note: MRI/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('undoes the last change by its key after naming it, and says when there is none', async () => {
    const at = 1_764_000_000_000_000;
    const versions = [
      { entry: 's1', noun: 'surgery' as const, kind: 'amend' as const, title: 'Fusion L4-S1' },
    ];
    const { transport } = show('history', {
      list_changes: () => [change({})],
      last_change: () => ({ at, recorded_at: '25 Nov 2026, 14:03', versions }),
      undo_change: () => {
        throw {
          code: 'invalid',
          issues: [{ path: 'entry', problem: { code: 'named_by_others', count: 2 } }],
        };
      },
    });
    await screen.findByRole('table', { name: 'Changes' });
    await userEvent.keyboard('{Control>}z{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Undo the last change?' }));
    expect(dialog.getByRole('listitem').textContent).toMatch(
      /Amended operation: Fusion L4-S1 will say again/,
    );
    expect(await violations()).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Undo' }));
    await dialog.findByText(/2 other entries count their time/);
    transport.answer('undo_change', () => ({ value: {}, changes: ['patient/p1'] }));
    await userEvent.click(dialog.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(transport.calls.filter(({ name }) => name === 'undo_change').at(-1)?.request).toEqual({
      patient: 'p1',
      at,
    });

    transport.answer('last_change', () => null);
    await userEvent.click(screen.getByRole('button', { name: 'Undo the last change' }));
    await screen.findByText(/nothing of yours to undo/);
  });

  it('is empty with a word of what belongs there, or says what is wrong', async () => {
    const { transport } = show('history', {
      list_changes: () => {
        throw { code: 'unavailable' };
      },
    });
    await screen.findByText(/cannot be reached/);
    transport.answer('list_changes', () => []);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Nothing recorded yet' });
  });
});
