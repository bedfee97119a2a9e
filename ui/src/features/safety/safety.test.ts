import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, GateView, Issue } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function open(entry?: string, check?: (input: FactInput) => Issue[], gate?: Partial<GateView>) {
  const record = fakeRecord(check);
  const { safety_gates } = record.handlers;
  const handlers = gate
    ? {
        ...record.handlers,
        safety_gates: async (request: { patient: string; before: string }) => {
          const view = await safety_gates?.(request);
          if (!view) throw new Error('the fake record has gates');
          return { ...view, ...gate };
        },
      }
    : record.handlers;
  renderInWindow(EntryScreen, {
    section: 'safety',
    client: new Client(fakeTransport(handlers)),
    patient,
    entry,
  });
  return record;
}
const kept = (record: ReturnType<typeof fakeRecord>) => [...record.entries.values()][0]?.view.input;

describe('the gate', () => {
  it('asks about MRI first, stands out where nothing was asked, and has its source one click away', async () => {
    open();
    const gate = within(await screen.findByRole('region', { name: 'Before MRI or an intervention' }));
    expect(await gate.findByText('Implants: not assessed.')).toBeTruthy();
    expect(gate.queryByText('A rule with its source (version 1).')).toBeNull();
    await userEvent.click(gate.getByRole('button', { name: /Rules and sources/ }));
    expect(gate.getByText('A rule with its source (version 1).')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('asks about an intervention that is chosen', async () => {
    open();
    const before = await screen.findByRole('combobox', { name: 'Before' });
    await userEvent.selectOptions(before, 'Stimulator');
    expect(await screen.findByText('Class before stimulator')).toBeTruthy();
    expect(screen.getByText('Not asked for this intervention.')).toBeTruthy();
  });

  it('holds long names and says what is not recorded', async () => {
    open(undefined, undefined, { missing: ['last dose of Apixaban'], lines: ['x'.repeat(400)] });
    expect(await screen.findByText('last dose of Apixaban')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('stands on the imaging form for MRI and on the treatment form for an injection, and nowhere else', async () => {
    const record = fakeRecord();
    const client = new Client(fakeTransport(record.handlers));
    const imaging = renderInWindow(EntryScreen, { section: 'imaging', client, patient, entry: 'new' });
    await userEvent.click(await screen.findByRole('radio', { name: 'CT' }));
    expect(screen.queryByRole('region', { name: 'Before MRI' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'MRI' }));
    expect(await screen.findByRole('region', { name: 'Before MRI' })).toBeTruthy();
    imaging.unmount();
    renderInWindow(EntryScreen, { section: 'treatments', client, patient, entry: 'new' });
    const kind = await screen.findByRole('combobox', { name: 'Kind of treatment' });
    await userEvent.selectOptions(kind, 'Injection');
    expect(await screen.findByRole('region', { name: 'Before an intervention' })).toBeTruthy();
    await userEvent.selectOptions(kind, 'Physiotherapy');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Before an intervention' })).toBeNull());
  });
});

describe('the register of devices', () => {
  it('says that nothing recorded is not none, and records a system with two parts', async () => {
    const record = open('new-device');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Device' }), 'Stimulator');
    const first = within(screen.getByRole('group', { name: 'Part 1' }));
    await userEvent.selectOptions(first.getByRole('combobox', { name: 'Kind of part' }), 'Generator');
    await userEvent.click(
      within(first.getByRole('radiogroup', { name: 'MRI labelling' })).getByRole('radio', {
        name: 'Conditional',
      }),
    );
    await userEvent.type(first.getByRole('textbox', { name: 'Field strength' }), '1.5 T');
    await userEvent.click(screen.getByRole('button', { name: 'Add another part' }));
    const second = within(screen.getByRole('group', { name: 'Part 2' }));
    await userEvent.selectOptions(
      second.getByRole('combobox', { name: 'Kind of part' }),
      'Lead or extension',
    );
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      noun: 'device',
      name: 'Stimulator',
      parts: [
        { kind: 'generator', mri: 'conditional', field: '1.5 T', state: 'unknown' },
        { kind: 'lead', mri: 'unknown', state: 'unknown' },
      ],
    });
  });

  it('shows each issue at its field', async () => {
    open('new-device', () => [
      { path: 'name', problem: { code: 'required' } },
      { path: 'parts.0.kind', problem: { code: 'required' } },
    ]);
    await userEvent.type(await screen.findByRole('textbox', { name: /Name or model/ }), 'x');
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(
      await screen.findByRole('textbox', { name: 'Device', description: /Enter an answer/ }),
    ).toBeTruthy();
    expect(
      screen.getByRole('combobox', { name: 'Kind of part', description: /Enter an answer/ }),
    ).toBeTruthy();
  });
});

describe('blood thinners and checks', () => {
  it('asks who agreed only where it was stopped', async () => {
    const record = open('new-anticoagulant');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Warfarin');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Class' }), 'Vitamin K antagonist');
    expect(screen.queryByRole('textbox', { name: 'Who agreed to stop it' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'Stopped, as agreed' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Who agreed to stop it' }), 'Dr Lind');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ noun: 'anticoagulant', taking: 'stopped', agreed_by: 'Dr Lind' });
  });

  it('keeps only what was asked, and consent always makes sense', async () => {
    const record = open('new-check');
    const consent = within(await screen.findByRole('radiogroup', { name: 'Consent given' }));
    expect(consent.queryByRole('radio', { name: 'Does not apply' })).toBeNull();
    const pregnancy = within(screen.getByRole('radiogroup', { name: 'Pregnancy' }));
    await userEvent.click(pregnancy.getByRole('radio', { name: 'Does not apply' }));
    await userEvent.click(consent.getByRole('radio', { name: 'Yes' }));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ replies: { pregnancy: 'does_not_apply', consent: 'yes' } });
  });

  it('opens the list that is chosen, and records into it', async () => {
    open();
    await userEvent.click(await screen.findByRole('radio', { name: 'Blood thinners' }));
    expect(await screen.findByText('No blood thinner recorded')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Record blood thinner' }));
    await waitFor(() => expect(location.hash).toContain('/safety/new-anticoagulant'));
  });
});
