import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { RulesView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import RulesScreen from './RulesScreen.svelte';
import { fever, own, rules } from './samples';
import { renderInWindow } from '../../test/renderInWindow';

const set: RulesView = rules({ ...fever, own, history: [own] });

const ready: Handlers = {
  list_rules: () => rules(),
  understand_rule: ({ text }) =>
    text === '50'
      ? { shown: null, problem: { code: 'out_of_range', min: 36, max: 42 }, settled: null }
      : { shown: `${text.replace(',', '.')} °C`, problem: null, settled: null },
  set_rule: ({ value }) => ({ value: value === null ? rules() : set, changes: ['rules'] }),
};

function show(handlers: Handlers = ready) {
  const transport = fakeTransport(handlers);
  renderInWindow(RulesScreen, { client: new Client(transport) });
  return transport;
}

/** Opens the group and the row of the fever. */
async function openFever() {
  await userEvent.click(await screen.findByRole('button', { name: /^Red flags/ }));
  await userEvent.click(screen.getByRole('button', { name: /^Fever from/ }));
}

describe('rules', () => {
  it('is folded at first, counts in words, and has each source one click away', async () => {
    show({ ...ready, list_rules: () => set });
    const group = await screen.findByRole('button', { name: 'Red flags 1 limit, 1 set by this clinic' });
    expect(screen.getByRole('button', { name: 'Change that matters 1 limit' })).toBeTruthy();
    expect(screen.queryByText('Fever from')).toBeNull();
    await userEvent.click(group);
    await userEvent.click(screen.getByRole('button', { name: 'Fever from 38.5 °C, set by this clinic' }));
    expect(screen.getByText('General knowledge of the field')).toBeTruthy();
    expect(screen.getByText('38.5 °C, by Dr A. Author, 3 May 2026: agreed by the team')).toBeTruthy();
    expect(screen.getByText('38.0 °C')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Scores 1 rule' }));
    expect(screen.queryByText(/Krebs 2009/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^PEG: The mean/ }));
    expect(screen.getByText('Source: Krebs 2009')).toBeTruthy();
    expect(screen.getByText('Version 1, checked')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('finds by any part of a name or a source and opens what it found', async () => {
    show();
    const filter = await screen.findByRole('searchbox', { name: 'Filter' });
    await userEvent.type(filter, 'ostelo oswestry');
    expect(screen.getByRole('button', { name: /^Oswestry Disability Index/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Red flags/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Every rule' })).toBeNull();
    await userEvent.clear(filter);
    await userEvent.type(filter, 'krebs');
    expect(screen.getByRole('button', { name: /^PEG/ })).toBeTruthy();
    await userEvent.type(filter, ' nothing');
    expect(screen.getByText('No rule matches.')).toBeTruthy();
    await userEvent.clear(filter);
    expect(screen.queryByRole('button', { name: /^PEG/ })).toBeNull();
  });

  it('by keys sets an own value that is read back, with who and why, and says so', async () => {
    const transport = show();
    await openFever();
    const open = screen.getByRole('button', { name: 'Set a value for this clinic' });
    open.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Set a value for this clinic' });
    expect(dialog.textContent).toContain('Built in: 38.0 °C. Source: General knowledge of the field');
    expect(await violations(dialog)).toEqual([]);
    const value = within(dialog).getByRole('textbox', { name: 'This clinic’s value' });
    expect(document.activeElement).toBe(value);
    await userEvent.keyboard('38,5');
    await within(dialog).findByText('Read as 38.5 °C');
    await userEvent.keyboard('{Enter}agreed by the team{Control>}s{/Control}');
    await screen.findByText('Fever from: kept.');
    expect(transport.asked('set_rule')).toEqual([
      { id: 'red_flag.fever_tenths', value: '38,5', who: 'Dr A. Author', why: 'agreed by the team' },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Fever from 38.5 °C, set by this clinic' })).toBeTruthy();
  });

  it('says at each field what is wrong and keeps what was typed, also when it is closed and opened again', async () => {
    const transport = show({
      ...ready,
      set_rule: () => {
        throw {
          code: 'invalid',
          issues: [
            { path: 'value', problem: { code: 'out_of_range', min: 36, max: 42 } },
            { path: 'why', problem: { code: 'required' } },
          ],
        };
      },
    });
    await openFever();
    await userEvent.click(screen.getByRole('button', { name: 'Set a value for this clinic' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'This clinic’s value' }), '50');
    await userEvent.click(screen.getByRole('button', { name: 'Save value' }));
    await screen.findByText('Type a number from 36 to 42');
    expect(screen.getByText('Enter an answer')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'This clinic’s value' })),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Set a value for this clinic' }));
    expect(
      (await screen.findByRole<HTMLInputElement>('textbox', { name: 'This clinic’s value' })).value,
    ).toBe('50');
    expect(transport.asked('set_rule')).toHaveLength(1);
  });

  it('gives the built-in value back with a reason', async () => {
    const transport = show({ ...ready, list_rules: () => set });
    await openFever();
    await userEvent.click(screen.getByRole('button', { name: 'Restore built-in value' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore built-in value' });
    expect(within(dialog).queryByRole('textbox', { name: 'This clinic’s value' })).toBeNull();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'no longer needed');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore built-in value' }));
    await screen.findByRole('button', { name: 'Fever from 38.0 °C, built in' });
    expect(transport.asked('set_rule')).toEqual([
      { id: 'red_flag.fever_tenths', value: null, who: 'Dr A. Author', why: 'no longer needed' },
    ]);
  });

  it('shows what was set before, and what can no longer be used', async () => {
    const back = { ...own, value: null, on: '4 May 2026', why: 'no longer needed' };
    const unfit = 'Fever from: “50 °C”, set by Dr A. Author on 3 May 2026, can no longer be used.';
    show({ ...ready, list_rules: () => rules({ ...fever, history: [back, own] }, { not_applied: [unfit] }) });
    await screen.findByText(unfit);
    await openFever();
    await userEvent.click(screen.getByRole('button', { name: 'What was set before 2' }));
    expect(screen.getByText('Back to built-in, by Dr A. Author, 4 May 2026: no longer needed')).toBeTruthy();
    expect(screen.getByText('38.5 °C, by Dr A. Author, 3 May 2026: agreed by the team')).toBeTruthy();
  });

  it('says so where the rules cannot be read, and reads them again', async () => {
    const transport = show({});
    const again = await screen.findByRole('button', { name: 'Try again' });
    transport.answer('list_rules', () => rules());
    await userEvent.click(again);
    await screen.findByRole('heading', { name: 'Limits' });
  });
});
