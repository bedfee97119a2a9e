import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../../ipc/client';
import type { BackgroundInput, EntryView } from '../../../ipc/generated';
import { fakeTransport, type Handlers } from '../../../ipc/transport.fake';
import { violations } from '../../../test/axe';
import { patient, ready } from '../../../test/record';
import AmendAlerts from './AmendAlerts.svelte';
import { renderInWindow } from '../../../test/renderInWindow';

const saved: { noun: 'background' } & BackgroundInput = {
  noun: 'background',
  allergies: { missing: 'absent' },
  red_flags: { value: ['Night pain', 'Weight loss'] },
  implants_mri: { missing: 'not_applicable' },
  anticoagulants: { missing: 'not_asked' },
  comorbidities: {},
  conditions: { missing: 'declined' },
  medicines: { missing: 'absent' },
};
const view = (input: EntryView['input'], version: number): EntryView => ({
  id: 'b1',
  patient: 'p1',
  noun: 'background',
  version,
  stands: true,
  recorded_by: 'Dr A.',
  recorded_at: '25 Nov 2026, 14:03',
  input,
  shown: { when: '', title: '', details: [] },
});

function show(background: string | null, handlers: Handlers = {}) {
  const transport = fakeTransport({
    ...ready,
    get_entry: () => view(saved, 2),
    record_entry: ({ input }) => ({ value: view(input, 1), changes: ['patient/p1'] }),
    amend_entry: ({ input }) => ({ value: view(input, 3), changes: ['patient/p1'] }),
    ...handlers,
  });
  renderInWindow(AmendAlerts, { client: new Client(transport), patient: { ...patient, background } });
  return transport;
}
const chosen = (list: string) =>
  within(screen.getByRole('radiogroup', { name: list }))
    .queryByRole<HTMLInputElement>('radio', { checked: true })
    ?.labels?.[0]?.textContent?.trim();
const choose = (list: string, answer: string) =>
  userEvent.click(
    within(screen.getByRole('radiogroup', { name: list })).getByRole('radio', { name: answer }),
  );
const item = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('alerts', () => {
  it('that nobody asked for are "not asked", never "none", and are recorded as typed', async () => {
    const transport = show(null);
    await screen.findByRole('radiogroup', { name: 'Allergies' });
    for (const list of ['Allergies', 'Devices and MRI', 'Blood thinners', 'Other conditions']) {
      expect(chosen(list)).toBe('Not asked');
    }
    expect(await violations()).toEqual([]);
    await choose('Devices and MRI', 'None');
    await choose('Other conditions', 'Unknown');
    expect(chosen('Medicines')).toBe('Not asked');
    await choose('Medicines', 'None taken');
    await choose('Allergies', 'Listed');
    await userEvent.type(item('Allergy 1'), 'Latex');
    await userEvent.click(screen.getByRole('button', { name: 'Add another allergy' }));
    await waitFor(() => expect(document.activeElement).toBe(item('Allergy 2')));
    await userEvent.keyboard('Iodine');
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
    expect(transport.asked('record_entry')[0]).toMatchObject({
      patient: 'p1',
      input: {
        noun: 'background',
        allergies: { value: [{ substance: 'Latex' }, { substance: 'Iodine' }] },
        red_flags: { missing: 'not_asked' },
        implants_mri: { missing: 'absent' },
        anticoagulants: { missing: 'not_asked' },
        conditions: { missing: 'unknown' },
        medicines: { missing: 'absent' },
      },
    });
    expect(location.hash).toBe('#/patients/p1/overview');
  });

  it('that were recorded come back in their states', async () => {
    show('b1');
    await screen.findByRole('radiogroup', { name: 'Allergies' });
    expect(chosen('Allergies')).toBe('None known');
    expect(chosen('Red flags')).toBe('Listed');
    expect(chosen('Devices and MRI')).toBe('Does not apply');
    expect(chosen('Other conditions')).toBe('Declined');
    expect(chosen('Medicines')).toBe('None taken');
    expect([item('Red flag 1').value, item('Red flag 2').value]).toEqual(['Night pain', 'Weight loss']);
  });

  it('lead to where red flags and devices are recorded, and take no new words for them', async () => {
    show('b1');
    await screen.findByRole('radiogroup', { name: 'Allergies' });
    const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(to('Ask about red flags')).toBe('#/patients/p1/flags/new');
    expect(to('Record a device with its parts')).toBe('#/patients/p1/safety/new');
    expect(screen.queryByRole('textbox', { name: 'Red flag 3' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /^Device/ })).toBeNull();
    await userEvent.type(item('Blood thinner 1'), 'apixaban');
    expect(chosen('Blood thinners')).toBe('Listed');
  });

  it('clear "none" when an item is typed', async () => {
    show('b1');
    await screen.findByRole('radiogroup', { name: 'Other conditions' });
    await userEvent.type(item('Condition 1'), 'P');
    expect(chosen('Other conditions')).toBe('Listed');
    await userEvent.clear(item('Condition 1'));
    await userEvent.tab();
    expect(chosen('Other conditions')).toBe('Not asked');
  });

  it('keep every part of an allergy, and a list that another answer took from sight by a slip', async () => {
    const transport = show('b1');
    await screen.findByRole('radiogroup', { name: 'Allergies' });
    await choose('Allergies', 'Listed');
    await userEvent.type(item('Allergy 1'), 'Latex');
    await userEvent.type(screen.getByRole('textbox', { name: /^What happened/ }), 'wheeze');
    await userEvent.click(screen.getByRole('button', { name: /^Kind, how bad, how sure/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Latex');
    await userEvent.click(screen.getByRole('radio', { name: 'Severe' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Told, not confirmed' }));
    expect(await violations()).toEqual([]);
    await choose('Allergies', 'None known');
    expect(screen.queryByDisplayValue('wheeze')).toBeNull();
    await choose('Allergies', 'Listed');
    await userEvent.type(screen.getByRole('textbox', { name: /why|reason/i }), 'more is known');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('amend_entry')).toHaveLength(1));
    expect(transport.asked('amend_entry')[0]).toMatchObject({
      input: {
        allergies: {
          value: [
            {
              substance: 'Latex',
              group: 'latex',
              reaction: 'wheeze',
              severity: 'severe',
              certainty: 'unconfirmed',
            },
          ],
        },
      },
    });
  });

  it('ask for each condition by one key, and leave what is not touched unasked', async () => {
    const transport = show(null);
    await screen.findByRole('radiogroup', { name: 'Allergies' });
    await userEvent.click(screen.getByRole('button', { name: /^Conditions/ }));
    const of = (name: string) => within(screen.getByRole('radiogroup', { name }));
    of('Diabetes').getByRole('radio', { name: 'Yes' }).focus();
    await userEvent.keyboard('y');
    await userEvent.type(screen.getByRole('textbox', { name: /^Diabetes: since/ }), '2010');
    of('Pregnancy').getByRole('radio', { name: 'Yes' }).focus();
    await userEvent.keyboard('n');
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
    expect(transport.asked('record_entry')[0]).toMatchObject({
      input: {
        comorbidities: {
          diabetes: { is: 'yes', since: '2010', asked_on: 'today', words: '' },
          pregnancy: { is: 'no', since: '', asked_on: 'today', words: '' },
        },
      },
    });
  });

  it('bring the items back when another answer was a slip', async () => {
    const transport = show('b1');
    await screen.findByRole('radiogroup', { name: 'Red flags' });
    await choose('Red flags', 'None found');
    expect(screen.queryByDisplayValue('Night pain')).toBeNull();
    await choose('Red flags', 'Listed');
    expect(item('Red flag 2').value).toBe('Weight loss');
    await userEvent.clear(item('Red flag 1'));
    await userEvent.keyboard('{Backspace}');
    expect(item('Red flag 1').value).toBe('Weight loss');
    await userEvent.type(screen.getByRole('textbox', { name: /why|reason/i }), 'Weight stable');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('amend_entry')).toHaveLength(1));
    expect(transport.asked('amend_entry')[0]).toMatchObject({
      entry: 'b1',
      base_version: 2,
      input: { red_flags: { value: ['Weight loss'] } },
    });
  });

  it('give back an item that was taken away, and forget it where the whole answer was changed', async () => {
    const transport = show('b1');
    await screen.findByRole('radiogroup', { name: 'Red flags' });
    await userEvent.click(screen.getByRole('button', { name: 'Remove Red flag 1' }));
    expect(screen.queryByDisplayValue('Night pain')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo: bring Red flag 1 back' }));
    expect(document.activeElement).toBe(item('Red flag 1'));
    await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
    expect(item('Red flag 1').value).toBe('Weight loss');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect([item('Red flag 1').value, item('Red flag 2').value]).toEqual(['Night pain', 'Weight loss']);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Red flag 2' }));
    await choose('Red flags', 'Unknown');
    await choose('Red flags', 'Listed');
    expect(screen.queryByRole('button', { name: /^Undo: bring/ })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /why|reason/i }), 'Weight stable');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('amend_entry')).toHaveLength(1));
    expect(transport.asked('amend_entry')[0]).toMatchObject({
      input: { red_flags: { value: ['Night pain'] } },
    });
  });

  it('take no line after "none" that was typed before it', async () => {
    const transport = show(null);
    await screen.findByRole('radiogroup', { name: 'Other conditions' });
    await userEvent.type(item('Condition 1'), 'Asthma');
    await choose('Other conditions', 'None known');
    expect(item('Condition 1').value).toBe('');
    await userEvent.type(item('Condition 1'), 'Gout');
    expect(chosen('Other conditions')).toBe('Listed');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(transport.asked('record_entry')).toHaveLength(1));
    expect(transport.asked('record_entry')[0]).toMatchObject({ input: { conditions: { value: ['Gout'] } } });
  });

  it('show at the item what the core refuses', async () => {
    show(null, {
      record_entry: () => {
        throw {
          code: 'invalid',
          issues: [{ path: 'allergies.value.0.substance', problem: { code: 'too_long', limit: 500 } }],
        };
      },
    });
    await screen.findByRole('radiogroup', { name: 'Allergies' });
    await choose('Allergies', 'Listed');
    await userEvent.type(item('Allergy 1'), 'Latex');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(document.activeElement).toBe(item('Allergy 1')));
    expect(item('Allergy 1').getAttribute('aria-invalid')).toBe('true');
    expect(item('Allergy 1').value).toBe('Latex');
  });
});
