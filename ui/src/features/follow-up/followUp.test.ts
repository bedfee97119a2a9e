import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { FollowUpView } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import FollowUpPanel from './FollowUpPanel.svelte';
import { renderInWindow } from '../../test/renderInWindow';

const due: FollowUpView = {
  calls: [
    {
      entry: 'surgery-1',
      noun: 'surgery',
      title: '6 weeks after fusion, L4-S1 (3 Oct 2026)',
      text: 'Due from 31 Oct 2026 to 28 Nov 2026. No visit recorded in this time yet.',
      due: true,
    },
  ],
  sources: ['Plan for surgery or another treatment, version 1. Source: IMMPACT 2003 and 2005'],
  indices: [{ entry: 'surgery-1', noun: 'surgery', title: 'fusion, L4-S1', when: '3 Oct 2026', calls: 1 }],
};

function show(follow_up: () => FollowUpView) {
  const transport = fakeTransport({ follow_up, add_sample: () => ({ value: {}, changes: ['patient/p1'] }) });
  const client = new Client(transport);
  renderInWindow(FollowUpPanel, { client, patient: 'p1' });
  return { transport, client };
}

it('names what is due, leads to it and to the scores, and shows the source on one click', async () => {
  show(() => due);
  const link = await screen.findByRole('link', { name: due.calls[0]?.title ?? '' });
  expect(link.getAttribute('href')).toBe('#/patients/p1/surgeries/surgery-1');
  expect(screen.getByText(/Due from 31 Oct 2026 to 28 Nov 2026/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Rules and sources' }));
  expect(screen.getByText(/IMMPACT 2003 and 2005/)).toBeTruthy();
  expect(await violations()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Record scores' }));
  expect(location.hash).toBe('#/patients/p1/scores/new');
});

it('leads from a walking plan to the section of walking', async () => {
  const call = {
    entry: 'plan-1',
    noun: 'walking_plan' as const,
    title: 'Week 3 after walking programme (6 Nov 2026)',
    text: '',
    due: true,
  };
  show(() => ({ ...due, calls: [call] }));
  const link = await screen.findByRole('link', { name: call.title });
  expect(link.getAttribute('href')).toBe('#/patients/p1/walking/plan-1');
});

it('leads from a planned visit to the visit at which it was planned', async () => {
  const call = {
    entry: 'visit-1',
    noun: 'visit' as const,
    title: 'Visit planned for 3 Nov 2026: none recorded since',
    text: 'Planned at an earlier visit (22 Sep 2026).',
    due: false,
  };
  show(() => ({ ...due, calls: [call], indices: [] }));
  const link = await screen.findByRole('link', { name: call.title });
  expect(link.getAttribute('href')).toBe('#/patients/p1/visits/visit-1');
  expect(screen.getByText(call.text)).toBeTruthy();
});

it('shows nothing where nothing is followed, and looks again when the record changes', async () => {
  const { transport, client } = show(() => due);
  await screen.findByRole('region', { name: 'Follow-up' });
  transport.answer('follow_up', () => ({ calls: [], sources: [], indices: [] }));
  await client.call('add_sample', {});
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Follow-up' })).toBeNull());
});

it('says that nothing is due and leads to the whole schedule', async () => {
  show(() => ({ ...due, calls: [], sources: [] }));
  await screen.findByText(/Nothing is due and nothing was missed\./);
  expect(screen.queryByRole('button', { name: 'Record scores' })).toBeNull();
  const whole = screen.getByRole('link', { name: 'Whole schedule' });
  expect(whole.getAttribute('href')).toBe('#/patients/p1/follow-up');
});

it('says so where it can’t be read, and tries again', async () => {
  const { transport } = show(() => {
    throw { code: 'unavailable' };
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  transport.answer('follow_up', () => due);
  await userEvent.click(again);
  await screen.findByRole('region', { name: 'Follow-up' });
});
