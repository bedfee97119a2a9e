import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../../ipc/client';
import type { Noun, TimelineRow } from '../../../ipc/generated';
import { fakeTransport, type Handlers } from '../../../ipc/transport.fake';
import { violations } from '../../../test/axe';
import { patient, ready } from '../../../test/record';
import { renderInWindow } from '../../../test/renderInWindow';
import Timeline from './Timeline.svelte';
import { hidden } from './timelineKinds.svelte';

const event = (noun: Noun, title: string, year: number | null): TimelineRow => ({
  entry: title,
  noun,
  year,
  shown: { title, when: year === null ? 'unknown' : `May ${year}`, details: [] },
});
const rows = [
  event('treatment', 'pregabalin', 2024),
  event('score', 'ODI', 2024),
  event('surgery', 'Fusion L4-S1', 2019),
  event('surgery', 'Revision', null),
];

function show(handlers: Handlers = {}) {
  const transport = fakeTransport({
    ...ready,
    timeline: ({ known_on }) => ({ known_on, entered: true, rows }),
    ...handlers,
  });
  renderInWindow(Timeline, { client: new Client(transport), patient });
  return transport;
}
const titles = () =>
  within(screen.getByRole('table', { name: 'Timeline' }))
    .getAllByRole('link')
    .map((link) => link.textContent.replace(/\s+/g, ' ').trim());

beforeEach(() => hidden.clear());

describe('the timeline', () => {
  it('tells events of all kinds in one order, each with the way to its entry', async () => {
    show();
    await screen.findByRole('table', { name: 'Timeline' });
    expect(titles()).toEqual([
      'treatment: pregabalin',
      'score: ODI',
      'operation: Fusion L4-S1',
      'operation: Revision',
    ]);
    const link = screen.getByRole('link', { name: /pregabalin/ });
    expect(link.getAttribute('href')).toBe('#/patients/p1/treatments/pregabalin');
    expect(await violations()).toEqual([]);
  });

  it('leaves out the kinds that one does not look for, and says how many there are', async () => {
    show();
    const kind = await screen.findByRole('button', { name: 'operation 2' });
    expect(kind.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(kind);
    expect(titles()).toEqual(['treatment: pregabalin', 'score: ODI']);
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(titles()).toHaveLength(4);
  });

  it('shows what was known on a past day, says so, and comes back', async () => {
    const transport = show({
      timeline: ({ known_on }) => ({
        known_on: known_on && '3 May 2019',
        entered: true,
        rows: known_on ? rows.slice(2) : rows,
      }),
    });
    await screen.findByRole('table', { name: 'Timeline' });
    await userEvent.type(screen.getByLabelText(/As it was known on/), '3.5.19');
    await screen.findByText(/As the record said at the end of 3 May 2019/);
    expect(titles()).toHaveLength(2);
    expect(transport.asked('timeline').at(-1)).toEqual({ patient: 'p1', known_on: '3.5.19' });
    await userEvent.click(screen.getByRole('button', { name: 'Show what is known now' }));
    await waitFor(() => expect(titles()).toHaveLength(4));
  });

  it('tells at the field why a day is refused, and keeps what is shown', async () => {
    const refusal = { code: 'invalid', issues: [{ path: 'known_on', problem: { code: 'in_future' } }] };
    show({
      timeline: ({ known_on }) => {
        if (known_on) throw refusal;
        return { known_on, entered: true, rows };
      },
    });
    await screen.findByRole('table', { name: 'Timeline' });
    const field = screen.getByLabelText(/As it was known on/);
    await userEvent.type(field, '3.5.99');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(titles()).toHaveLength(4);
  });

  it('says that the patient was not there yet instead of showing an empty record', async () => {
    show({
      timeline: ({ known_on }) => ({ known_on, entered: known_on === '', rows: known_on ? [] : rows }),
    });
    await screen.findByRole('table', { name: 'Timeline' });
    await userEvent.type(screen.getByLabelText(/As it was known on/), '1990');
    await screen.findByText(/The patient was not in the record yet/);
    expect(screen.queryByText('Nothing recorded yet')).toBeNull();
  });
});
