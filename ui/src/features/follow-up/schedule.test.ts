import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { FollowUpSchedule, FollowUpView } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import FollowUpSection from './FollowUpSection.svelte';
import { patient } from '../../test/record';
import { renderInWindow } from '../../test/renderInWindow';

const list: FollowUpView = {
  calls: [],
  sources: [],
  indices: [
    {
      entry: 't1',
      noun: 'treatment',
      title: 'Caudal epidural steroid injection',
      when: '2 Nov 2026',
      calls: 2,
    },
    { entry: 's1', noun: 'surgery', title: 'fusion, L4-S1', when: '3 May 2026', calls: 0 },
  ],
};

const domains = { covered: ['physical function'], not_assessed: ['pain', 'sleep'] };

function schedule(entry: string): FollowUpSchedule {
  return {
    entry,
    baseline: {
      is: 'stale',
      text: '10 Jan 2026, stale: older than 2 months before the operation',
      crossed: 'In between: pregabalin (Mar 2026)',
      visit: { when: '10 Jan 2026', label: '', ...domains },
    },
    points: [
      {
        title: '6 weeks',
        window: '31 May 2026 to 28 Jun 2026',
        is: 'done',
        text: 'Done',
        crossed: 'In between: Exercise classes (May 2026)',
        visit: { when: '14 Jun 2026', label: '', ...domains },
      },
      {
        title: '6 months',
        window: '22 Sep 2026 to 15 Dec 2026',
        is: 'due',
        text: 'Due until 15 Dec 2026',
        crossed: '',
        visit: null,
      },
    ],
    others: [{ when: '20 Jul 2026', label: 'Off schedule', ...domains }],
    rules: [
      {
        id: 'schedule.general',
        version: 1,
        title: 'When follow-up is due.',
        source: 'IMMPACT 2003',
        sure: 'medium',
      },
    ],
  };
}

function show(view = list) {
  const transport = fakeTransport({
    follow_up: () => view,
    follow_up_of: ({ entry }) => schedule(entry),
  });
  renderInWindow(FollowUpSection, { client: new Client(transport), patient });
  return transport;
}

it('asks for one schedule at a time, when it is opened, and shows where each point stands', async () => {
  const transport = show();
  const injection = await screen.findByRole('button', { name: /Caudal epidural.*2 points due or missed/ });
  expect(transport.asked('follow_up_of')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'fusion, L4-S1, 3 May 2026' }));
  const table = await screen.findByRole('table', { name: 'Points of the schedule' });
  expect(screen.getByText(/stale: older than 2 months before the operation/)).toBeTruthy();
  expect(screen.getByText('In between: pregabalin (Mar 2026)')).toBeTruthy();
  const [, six, half] = within(table).getAllByRole('row');
  expect(six?.textContent).toMatch(
    /6 weeks.*Done.*14 Jun 2026.*Covered: physical function.*Not assessed: pain, sleep.*Exercise classes/s,
  );
  expect(half?.textContent).toContain('Due until 15 Dec 2026');
  expect(transport.asked('follow_up_of')).toEqual([{ patient: 'p1', entry: 's1' }]);
  await userEvent.click(injection);
  await screen.findByRole('table', { name: 'Points of the schedule' });
  expect(screen.getAllByRole('table')).toHaveLength(1);
  expect(transport.asked('follow_up_of')).toHaveLength(2);
});

it('keeps visits off schedule behind one line, the source one click away, and reads well', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: /fusion/ }));
  await userEvent.click(await screen.findByRole('button', { name: '1 other visit, kept' }));
  expect(screen.getByRole('row', { name: /20 Jul 2026.*Off schedule/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Rules and sources' }));
  expect(screen.getByText(/Source: IMMPACT 2003/).textContent).toContain('a clinician should confirm it');
  expect(await violations()).toEqual([]);
});

it('says what belongs here where nothing has a schedule', async () => {
  show({ calls: [], sources: [], indices: [] });
  expect(await screen.findByRole('heading', { name: 'Nothing to follow up yet' })).toBeTruthy();
});
