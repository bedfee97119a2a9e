import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, Issue } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function open(check?: (input: FactInput) => Issue[]) {
  const record = fakeRecord(check);
  renderInWindow(EntryScreen, {
    section: 'electrodiagnosis',
    client: new Client(fakeTransport(record.handlers)),
    patient,
    entry: 'new',
  });
  return record;
}
const kept = (record: ReturnType<typeof fakeRecord>) => [...record.entries.values()][0]?.view.input;

describe('nerve and muscle tests', () => {
  it('are recorded without a mouse, with a conclusion and a muscle that was tested', async () => {
    const record = open();
    const tests = await screen.findByRole('group', { name: 'Tests made' });
    await waitFor(() => expect(tests.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard(' ');
    await userEvent.type(screen.getByRole('textbox', { name: 'When' }), 'may 2024');
    await userEvent.type(screen.getByRole('textbox', { name: /^Symptoms had lasted/ }), '5 weeks');
    const line = within(screen.getByRole('group', { name: 'Conclusion 1' }));
    await userEvent.selectOptions(
      line.getByRole('combobox', { name: 'What the report concludes' }),
      'Radiculopathy',
    );
    await userEvent.type(line.getByRole('textbox', { name: /^Nerve roots/ }), 'L5');
    await userEvent.click(line.getByRole('radio', { name: 'Left' }));
    await userEvent.click(line.getByRole('button', { name: /^More on this conclusion/ }));
    await userEvent.click(line.getByRole('radio', { name: 'Chronic' }));
    await userEvent.click(screen.getByRole('button', { name: /^What was tested/ }));
    const muscle = within(screen.getByRole('group', { name: 'Muscle or nerve 1' }));
    expect(muscle.queryByRole('group', { name: 'Changes' })).toBeNull();
    await userEvent.type(muscle.getByRole('combobox', { name: 'Muscle, nerve or pathway' }), 'EHL');
    await userEvent.click(muscle.getByRole('radio', { name: 'Abnormal' }));
    await userEvent.click(muscle.getByRole('checkbox', { name: 'Active denervation' }));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      tests: ['needle_emg'],
      when: 'may 2024',
      symptoms_for: '5 weeks',
      conclusions: [{ kind: 'radiculopathy', roots: 'L5', side: { value: 'left' }, chronicity: 'chronic' }],
      examined: [{ name: 'EHL', result: 'abnormal', changes: ['active_denervation'] }],
      told_by: 'document',
    });
  });

  it('show each issue at its field, also where it is folded away', async () => {
    open(() => [
      { path: 'tests', problem: { code: 'required' } },
      { path: 'conclusions.0.stated', problem: { code: 'required' } },
      { path: 'examined.0.result', problem: { code: 'changed_and_normal' } },
    ]);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Conclusion of the report' }), 'c');
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(
      await screen.findByRole('group', { name: 'Tests made', description: /Enter an answer/ }),
    ).toBeTruthy();
    expect(
      screen.getByRole('radiogroup', { name: 'Stated as', description: /Enter an answer/ }),
    ).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: 'Result', description: /Choose abnormal/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});
