import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { Client } from '../../../ipc/client';
import { blankImaging } from '../../../ipc/generated';
import { fakeTransport } from '../../../ipc/transport.fake';
import { fakeRecord, patient } from '../../../test/fakeRecord';
import EntryScreen from '../page/EntryScreen.svelte';
import { renderInWindow } from '../../../test/renderInWindow';

beforeEach(() => {
  location.hash = '#/patients/p1/imaging';
});

it('opens the form of the row that has the focus by E, and comes back to the list', async () => {
  const record = fakeRecord();
  record.put('e1', {
    noun: 'imaging',
    ...blankImaging(),
    when: '2019',
    modality: 'mri',
    conclusion: 'Disc herniation',
    told_by: 'document',
  });
  const client = new Client(fakeTransport(record.handlers));
  const { rerender } = renderInWindow(EntryScreen, { section: 'imaging', client, patient, entry: undefined });
  await screen.findByRole('table');
  await userEvent.keyboard('e');
  expect(location.hash, 'no row has the focus').toBe('#/patients/p1/imaging');
  await userEvent.keyboard('{ArrowDown}e');
  await waitFor(() => expect(location.hash).toBe('#/patients/p1/imaging/e1'));
  await rerender({ patient, entry: 'e1' });
  const conclusion = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Conclusion' });
  expect(conclusion.value).toBe('Disc herniation');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(location.hash).toBe('#/patients/p1/imaging'));
});
