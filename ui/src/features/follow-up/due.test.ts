import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { DueRow, DueView } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import DueScreen from './DueScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

function row(patient: string, due: boolean, count = 1): DueRow {
  const call = (at: number) => ({
    entry: `s${at}`,
    noun: 'surgery' as const,
    title: `${at} weeks after fusion, L4-S1 (3 Oct 2026)`,
    text: due ? 'Due from 31 Oct 2026 to 28 Nov 2026.' : 'Was due from 1 Jan 2026 to 2 Feb 2026.',
    due,
  });
  const calls = Array.from({ length: count }, (_, at) => call(at + 1));
  return {
    patient,
    name: `Sample, ${patient}`,
    born: '',
    number: null,
    until: due ? '28 Nov 2026' : '2 Feb 2026',
    due,
    calls,
  };
}

const two: DueView = {
  refills: [],
  rows: [row('anna', true, 5), row('bert', false)],
  due: 1,
  missed: 1,
  sources: ['Plan for surgery or another treatment, version 1. Source: IMMPACT 2003 and 2005'],
};

function show(list_due: (request: { limit: number }) => DueView) {
  const transport = fakeTransport({
    list_due,
    list_requests: () => ({ rows: [], total: 0 }),
    add_sample: () => ({ value: {}, changes: ['patients'] }),
  });
  const client = new Client(transport);
  renderInWindow(DueScreen, { client });
  return { transport, client };
}

it('lists who is due with what and until when, works by keys, and shows the source on one click', async () => {
  show(() => two);
  const first = await screen.findByRole('link', { name: 'Sample, anna' });
  await waitFor(() => expect(document.activeElement).toBe(first));
  expect(first.getAttribute('href')).toBe('#/patients/anna/overview');
  const [, anna, bert] = within(screen.getByRole('table')).getAllByRole('row');
  expect(anna?.textContent).toMatch(/1 weeks after fusion.*Due from.*and 2 more.*Due until 28 Nov 2026/s);
  expect(bert?.textContent).toContain('Missed, closed 2 Feb 2026');
  expect(screen.getByRole('status').textContent).toMatch(/1 person is due\.\s+1 person has missed/);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('bert');
  await userEvent.click(screen.getByRole('button', { name: 'Rules and sources' }));
  expect(screen.getByText(/IMMPACT 2003 and 2005/)).toBeTruthy();
  expect(await violations()).toEqual([]);
});

it('says for when a visit was planned of which none is recorded since', async () => {
  const planned: DueRow = {
    ...row('dora', false),
    until: '3 Nov 2026',
    calls: [
      {
        entry: 'v1',
        noun: 'visit',
        title: 'Visit planned for 3 Nov 2026: none recorded since',
        text: 'Planned at an earlier visit (22 Sep 2026).',
        due: false,
      },
    ],
  };
  show(() => ({ ...two, rows: [planned, row('bert', false)], due: 0, missed: 2 }));
  await screen.findByRole('link', { name: 'Sample, dora' });
  const [, dora, bert] = within(screen.getByRole('table')).getAllByRole('row');
  expect(dora?.textContent).toMatch(
    /3 Nov 2026: none recorded since.*earlier visit \(22 Sep 2026\).*Planned for 3 Nov 2026/s,
  );
  expect(dora?.textContent).not.toContain('Missed');
  expect(bert?.textContent).toContain('Missed, closed 2 Feb 2026');
  expect(await violations()).toEqual([]);
});

it('asks for more only when told to, and looks again when records change', async () => {
  const { transport, client } = show(() => ({ ...two, due: 250 }));
  await userEvent.click(await screen.findByRole('button', { name: 'Show more (249 not shown)' }));
  await waitFor(() => expect(transport.asked('list_due')).toEqual([{ limit: 100 }, { limit: 200 }]));
  transport.answer('list_due', () => ({ refills: [], rows: [], due: 0, missed: 0, sources: [] }));
  await client.call('add_sample', {});
  await screen.findByRole('heading', { name: 'Nobody is due' });
});

it('says so where it can’t be read, and tries again', async () => {
  const { transport } = show(() => {
    throw { code: 'unavailable' };
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  transport.answer('list_due', () => two);
  await userEvent.click(again);
  await screen.findByRole('table', { name: 'Due for follow-up' });
});

it('tells people of one name apart by birth date and number', async () => {
  const named = (patient: string, born: string, number: string | null) => ({
    ...row(patient, true),
    name: 'Sample, Ελένη',
    born,
    number,
  });
  show(() => ({ ...two, rows: [named('a', '3 May 1961', 'S-1'), named('b', '', null)] }));
  await screen.findByRole('row', { name: /^Sample, Ελένη 3 May 1961 S-1 / });
  expect(screen.getByRole('row', { name: /^Sample, Ελένη Unknown Not recorded / })).toBeTruthy();
});

it('names whose pump has to be refilled above them, and leads to the pump', async () => {
  const refill: DueRow = {
    ...row('cleo', false),
    until: '1 Nov 2026',
    calls: [
      {
        entry: 'p1',
        noun: 'pump_setting',
        title: 'Refill of the intrathecal pump, morphine: 10 mg/mL, 2.5 mg a day',
        text: 'Refill overdue since 1 Nov 2026.',
        due: false,
      },
    ],
  };
  show(() => ({ ...two, rows: [], due: 0, missed: 0, sources: [], refills: [refill] }));
  const link = await screen.findByRole('link', { name: 'Sample, cleo' });
  expect(link.getAttribute('href')).toBe('#/patients/cleo/neuromodulation');
  const [, cleo] = within(screen.getByRole('table', { name: 'Pump refills' })).getAllByRole('row');
  expect(cleo?.textContent).toMatch(/10 mg\/mL, 2.5 mg a day.*Overdue since 1 Nov 2026/s);
  expect(screen.queryByText('Nobody is due')).toBeNull();
  expect(await violations()).toEqual([]);
});
