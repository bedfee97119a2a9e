import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { UntriedView } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { onLadder, patient, ready, tried } from '../../test/record';
import { renderInWindow } from '../../test/renderInWindow';
import Ladder from './Ladder.svelte';

describe('the ladder', () => {
  it('stands rung by rung as the core orders it, each treatment with what came of it', async () => {
    const list = [
      tried('core strengthening', { rung: 'exercise', effect: 'little', response: '20 % relief' }),
      tried('caudal', { effect: 'none' }),
      tried('block', { effect: 'helped' }),
      tried('Spinal cord stimulation: leg', { rung: 'stimulation', noun: 'neuromodulation' }),
      tried('rest', { rung: 'unplaced', effect: 'not_recorded' }),
    ];
    const untried: UntriedView = {
      entry: 'n',
      rung: 'stimulation',
      name: 'Spinal cord stimulation',
      because: 'waiting for it; May 2025',
    };
    const client = new Client(
      fakeTransport({ ...ready, ladder: () => onLadder(list, { untried: [untried] }) }),
    );
    renderInWindow(Ladder, { client, patient });
    await screen.findByRole('link', { name: 'caudal' });
    const rungs = screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent.trim());
    expect(rungs).toEqual([
      'Physiotherapy and exercise 1',
      'Injections and blocks 2',
      'Stimulation 1',
      'Other 1',
    ]);
    const injections = within(screen.getByRole('region', { name: /^Injections/ })).getAllByRole('listitem');
    expect(injections.map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Did not help caudal 2024',
      'Helped block 2024',
    ]);
    expect(screen.getByText('20 % relief')).toBeTruthy();
    const stimulation = within(screen.getByRole('region', { name: /^Stimulation/ }));
    const [path, other] = stimulation.getAllByRole('listitem');
    expect(other?.textContent.replace(/\s+/g, ' ').trim()).toBe(
      'Not tried Spinal cord stimulation waiting for it; May 2025',
    );
    // A path that no treatment tells of opens in its own room.
    expect(path?.querySelector('a')?.getAttribute('href')).toContain('/neuromodulation/');
    expect(await violations()).toEqual([]);
  });

  it('says what belongs here where nothing was tried', async () => {
    const client = new Client(fakeTransport(ready));
    renderInWindow(Ladder, { client, patient });
    await screen.findByText('No treatments recorded');
  });
});
