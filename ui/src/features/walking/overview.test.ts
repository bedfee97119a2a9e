import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { WalkingView } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { noPlan, paused, running, thisWeek, withPlan } from '../../test/walking';
import WalkingNow from './WalkingNow.svelte';
import { renderInWindow } from '../../test/renderInWindow';

function show(view: WalkingView) {
  const transport = fakeTransport({ walking: () => view });
  return { transport, ...renderInWindow(WalkingNow, { client: new Client(transport), patient: 'p1' }) };
}
const empty = {
  ...thisWeek,
  colour: 'no_data' as const,
  colour_words: 'No data: no walking recorded',
  reasons: [],
};

describe('walking on the overview', () => {
  it('says why a week is amber, and leads to the programme', async () => {
    show(withPlan({ ...running, week: thisWeek }));
    await screen.findByRole('region', { name: 'Walking' });
    expect(screen.getByText('Amber: hold or cut back')).toBeTruthy();
    expect(screen.getByText('Pain rose by more than 2 points on 1 day')).toBeTruthy();
    const way = screen.getByRole('link', { name: 'Open the walking programme' });
    expect(way.getAttribute('href')).toBe('#/patients/p1/walking');
    expect(await violations()).toEqual([]);
  });

  it('still tells the week before while this one is empty', async () => {
    const before = { ...thisWeek, title: '16 to 22 Nov 2026' };
    show(withPlan({ ...running, week: empty, weeks: [before] }));
    await screen.findByText(/Week 16 to 22 Nov 2026:/);
    expect(screen.getByText('Amber: hold or cut back')).toBeTruthy();
  });

  it('is one line where nothing calls for anything, and nothing without a plan', async () => {
    const green = {
      ...thisWeek,
      colour: 'green' as const,
      colour_words: 'Green: within the limits',
      reasons: [],
    };
    const { unmount } = show(
      withPlan({ ...running, status_words: 'Running since 9 Nov 2026.', week: green }),
    );
    await screen.findByText(/Walking: Running since 9 Nov 2026\..*Green: within the limits\./);
    expect(screen.queryByRole('region')).toBeNull();
    unmount();
    const { transport, container } = show(noPlan);
    await waitFor(() => expect(transport.asked('walking')).toHaveLength(1));
    expect(container.textContent?.trim()).toBe('');
  });

  it('tells a pause with its reason', async () => {
    show(
      withPlan({
        ...paused,
        status_words: 'Paused since 20 Nov 2026: fall. A clinician has to reopen it.',
        week: empty,
      }),
    );
    await screen.findByText(/^Paused since 20 Nov 2026: fall/);
    expect(screen.getByRole('region', { name: 'Walking' })).toBeTruthy();
  });
});
