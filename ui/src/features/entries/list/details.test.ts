/** A long list is told briefly between its ends: what is drawn asks for its details, once. */
import { screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { Client } from '../../../ipc/client';
import type { EntryRow } from '../../../ipc/generated';
import { fakeTransport } from '../../../ipc/transport.fake';
import { renderInWindow } from '../../../test/renderInWindow';
import EntryList from './EntryList.svelte';

const row = (id: string, brief: boolean): EntryRow => ({
  id,
  noun: 'imaging',
  number: 1,
  timed: true,
  version: 1,
  shown: { when: '2019', title: id, details: brief ? [] : [{ label: 'Conclusion', text: `of ${id}` }] },
  ...(brief ? { brief } : {}),
  amendments: 0,
});
const patient = 'p1';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => 900);
});

it('asks once for the details of the rows that are drawn without them, and again when the list is read again', async () => {
  const transport = fakeTransport({
    glance_entries: () => [row('first', false), row('middle', true), row('other', true), row('last', false)],
    tell_entries: ({ entries }) => entries.map((id) => row(id, false)),
    undo_change: () => ({ value: {}, changes: ['patient/p1'] }),
  });
  const client = new Client(transport);
  renderInWindow(EntryList, { client, patient, noun: 'imaging' });
  const cells = async (name: RegExp) => within(await screen.findByRole('row', { name }));
  expect(await (await cells(/middle/)).findByText('of middle')).toBeTruthy();
  expect((await cells(/first/)).getByText('of first')).toBeTruthy();
  const asked = { patient, noun: 'imaging', entries: ['other', 'middle'] };
  expect(transport.asked('tell_entries')).toEqual([asked]);
  await client.call('undo_change', { patient, at: 1 });
  await waitFor(() => expect(transport.asked('tell_entries')).toEqual([asked, asked]));
});

it('says in the row why its details are not there', async () => {
  const transport = fakeTransport({
    glance_entries: () => [row('middle', true)],
    tell_entries: () => {
      throw { code: 'internal', reference: 'r1' };
    },
  });
  renderInWindow(EntryList, { client: new Client(transport), patient, noun: 'imaging' });
  const line = within(await screen.findByRole('row', { name: /middle/ }));
  expect(await line.findByText(/r1/)).toBeTruthy();
});
