import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, Issue, SymptomInput } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function symptom(over: Partial<SymptomInput> = {}): FactInput {
  return {
    noun: 'symptom',
    site: 'Leg',
    side: { missing: 'unknown' },
    side_words: '',
    radiation: '',
    qualities: ['burning', 'like ants, crawling'],
    onset: '2019',
    onset_words: '',
    aggravating: [],
    relieving: [],
    intensity: { value: '7' },
    told_by: 'patient',
    note: '',
    ...over,
  };
}

function open(
  entry?: string,
  check?: (input: FactInput) => Issue[],
  before?: (record: ReturnType<typeof fakeRecord>) => void,
) {
  const record = fakeRecord(check);
  before?.(record);
  renderInWindow(EntryScreen, {
    section: 'symptoms',
    client: new Client(fakeTransport(record.handlers)),
    patient,
    entry,
  });
  return record;
}

describe('a symptom', () => {
  it('is recorded without a mouse', async () => {
    const record = open('new');
    const site = await screen.findByRole('combobox', { name: 'Where it hurts' });
    await waitFor(() => expect(document.activeElement).toBe(site));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('Leg{Escape}{Enter}outer calf{Enter}');
    const side = within(screen.getByRole('radiogroup', { name: 'Side' }));
    expect(document.activeElement).toBe(side.getByLabelText('Left'));
    await userEvent.keyboard(' {Enter}');
    expect(screen.getByRole('radiogroup', { name: 'How strong now' }).contains(document.activeElement)).toBe(
      true,
    );
    await userEvent.keyboard('10{Enter}');
    const chips = screen.getByRole('group', { name: 'What it feels like' });
    expect(document.activeElement).toBe(within(chips).getByRole('checkbox', { name: 'dull ache' }));
    await userEvent.keyboard(' {End}{ArrowLeft} {Enter}');
    expect(document.activeElement).toBe(
      screen.getByRole('textbox', { name: 'What it feels like in other words' }),
    );
    await userEvent.keyboard('burning pain{Enter}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Since when' }));
    await userEvent.keyboard('2 months after operation 1{Enter}gradually');
    await screen.findByText('Read as read 2 months after operation 1');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      site: 'Leg',
      radiation: 'outer calf',
      side: { value: 'left' },
      intensity: { value: '10' },
      qualities: ['dull ache', 'pressing', 'burning pain'],
      onset: '2 months after operation 1',
      onset_words: 'gradually',
      told_by: 'patient',
    });
  });

  it('asks for the side where the core needs it', async () => {
    const record = open('new', (input) =>
      input.noun === 'symptom' && 'missing' in input.side && input.side.missing === 'not_asked'
        ? [{ path: 'side', problem: { code: 'side_needed' } }]
        : [],
    );
    await userEvent.type(await screen.findByRole('combobox', { name: 'Where it hurts' }), 'Leg');
    await userEvent.keyboard('{Control>}s{/Control}');
    const side = await screen.findByRole('radiogroup', { name: 'Side', description: /Choose a side/ });
    await waitFor(() => expect(side.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Side: without an answer' }),
      'Unknown',
    );
    expect(screen.queryByText(/Choose a side/)).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
  });

  it('comes back into its form as it was, and Delete takes a rating back without making it zero', async () => {
    const record = open('s1', undefined, ({ put }) => void put('s1', symptom()));
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    const chips = within(await screen.findByRole('group', { name: 'What it feels like' }));
    expect(chips.getByRole<HTMLInputElement>('checkbox', { name: 'burning' }).checked).toBe(true);
    expect(screen.getByDisplayValue('like ants, crawling')).toBeTruthy();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Side: without an answer' }).value).toBe(
      'unknown',
    );
    screen.getByRole('radio', { name: '7' }).focus();
    await userEvent.keyboard('{Delete}');
    expect(
      screen.getByRole<HTMLSelectElement>('combobox', { name: 'How strong now: without an answer' }).value,
    ).toBe('not_asked');
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'asked again');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('s1')?.view.version).toBe(2));
    expect(record.entries.get('s1')?.view.input).toEqual(symptom({ intensity: { missing: 'not_asked' } }));
  });

  it('stands in a table whose rows lead to it', async () => {
    open(undefined, undefined, ({ put }) => {
      put('leg', symptom());
      put('back', symptom({ site: 'Низ спины', qualities: ['aching'] }));
    });
    await screen.findByRole('table', { name: 'Symptoms' });
    expect(screen.getByRole('link', { name: 'Низ спины' }).getAttribute('href')).toBe(
      '#/patients/p1/symptoms/back',
    );
    expect(screen.getAllByText('Quality:')).toHaveLength(2);
    expect(await violations()).toEqual([]);
    // The newest comes first; of two from the same time the one that was recorded last.
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Низ спины');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Leg');
  });
});
