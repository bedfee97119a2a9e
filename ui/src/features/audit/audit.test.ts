import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { AuditPage, AuditRow, AuditView, LogCheck } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { renderInWindow } from '../../test/renderInWindow';
import AuditScreen from './AuditScreen.svelte';

const entry = '0195f3c8-0000-7000-8000-00000badcafe';

const row = (row: number, more: Partial<AuditRow> = {}): AuditRow => ({
  row,
  at: '25 Nov 2026, 14:03',
  exact: '2026-11-25T13:03:09Z',
  person: 'anna',
  act: 'Opened the vault',
  outcome: 'done',
  patient: null,
  patient_name: '',
  object: 'In the window',
  object_id: 'window',
  version: null,
  reason: '',
  ...more,
});
const amended = row(7, {
  act: 'Amended',
  person: 'bert',
  patient: 'p1',
  patient_name: 'Sample, Anna',
  object: 'Operation',
  object_id: entry,
  version: 2,
  reason: 'mistyped',
});
const refused = row(6, { act: 'Tried to change the passphrase', outcome: 'refused', object: '' });
const page = (rows: AuditRow[], more = false): AuditPage => ({ rows, more, total: 321, patient_name: '' });
const view: AuditView = {
  people: ['anna', 'bert'],
  acts: [{ act: 'amend', words: 'Amended' }],
  checked: null,
};
const whole: LogCheck = {
  at: '25 Nov 2026, 14:05',
  rows: 321,
  versions: 40,
  files: 1,
  faults: 0,
  derived: 0,
  found: [],
};
const everything = { patient: null, person: null, act: null, from: '', until: '' };

function show(handlers: Handlers = {}, patient?: string) {
  const transport = fakeTransport({
    audit_view: () => view,
    examine_audit: () => page([amended, refused, row(5)]),
    understand: ({ text }) => ({ shown: text, problem: null, settled: null }),
    stop_verifying: () => ({}),
    ...handlers,
  });
  renderInWindow(AuditScreen, { client: new Client(transport), ...(patient ? { patient } : {}) });
  return transport;
}
const list = () => screen.findByRole('table', { name: 'Audit log' });

describe('the rows', () => {
  it('tell who did what when, to whom and why, mark what was refused in words, and are asked for once', async () => {
    const transport = show();
    const [, first, second] = within(await list()).getAllByRole('row');
    expect(first?.textContent).toMatch(
      /25 Nov 2026, 14:03\s*Row 7.*bert.*Amended.*Operation …adcafe, version 2.*Sample, Anna.*mistyped/s,
    );
    expect(
      within(first as HTMLElement)
        .getByRole('link', { name: 'Sample, Anna' })
        .getAttribute('href'),
    ).toBe('#/patients/p1/overview');
    expect(second?.textContent).toMatch(/Tried to change the passphrase\s*Refused/);
    expect(first?.textContent).not.toContain('Done');
    screen.getByText('3 rows, the newest first, of 321 in the whole log.');
    expect(await violations()).toEqual([]);
    expect(transport.asked('examine_audit')).toEqual([{ filter: everything, before: null }]);
  });

  it('are gone through by arrows and opened by Enter, with all that the log says', async () => {
    show();
    const table = await list();
    within(table).getByRole('button', { name: /Row 6/ }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(within(table).getByRole('button', { name: /Row 7/ }));
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Row 7' });
    const told = within(dialog)
      .getAllByRole('definition')
      .map((one) => one.textContent?.trim());
    expect(told).toEqual([
      '25 Nov 2026, 14:03',
      '2026-11-25T13:03:09Z',
      'bert',
      'Amended',
      'Done',
      'Sample, Anna',
      'Operation',
      entry,
      '2',
      'mistyped',
    ]);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(within(table).getByRole('button', { name: /Row 7/ }));
  });

  it('go on with earlier ones when told to, after the last that is there', async () => {
    const transport = show({
      examine_audit: ({ before }) =>
        before === null ? page([row(9), row(8)], true) : page([row(7), row(6)]),
    });
    const table = await list();
    screen.getByText('The newest 2 rows. The whole log has 321.');
    await userEvent.click(screen.getByRole('button', { name: 'Show earlier rows' }));
    const next = await within(table).findByRole('button', { name: /Row 7/ });
    await waitFor(() => expect(document.activeElement).toBe(next));
    expect(within(table).getAllByRole('row')).toHaveLength(5);
    expect(screen.queryByRole('button', { name: 'Show earlier rows' })).toBeNull();
    expect(transport.asked('examine_audit')).toEqual([
      { filter: everything, before: null },
      { filter: everything, before: 8 },
    ]);
  });

  it('that match nothing are told with how many the log has', async () => {
    show({ examine_audit: () => page([]) });
    await screen.findByRole('heading', { name: 'No row matches' });
    screen.getByText(/^The whole log has 321 rows\. Ask for other days/);
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
  });

  it('that can’t be read are asked for again', async () => {
    const transport = show({
      examine_audit: () => {
        throw { code: 'forbidden' };
      },
    });
    await screen.findByText(/You do not have the right/);
    transport.answer('examine_audit', () => page([row(1)]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await list();
  });

  it('are those of one patient where the address says so, also when they are narrowed', async () => {
    const transport = show(
      { examine_audit: () => ({ ...page([amended]), patient_name: 'Sample, Anna' }) },
      'p1',
    );
    await screen.findByText('Only rows about Sample, Anna.');
    expect(screen.getByRole('link', { name: 'Back to the record' }).getAttribute('href')).toBe(
      '#/patients/p1/history',
    );
    expect(screen.getByRole('link', { name: 'Rows about everyone' }).getAttribute('href')).toBe(
      '#/settings/audit',
    );
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'bert');
    await userEvent.click(screen.getByRole('button', { name: 'Show rows' }));
    await waitFor(() =>
      expect(transport.asked('examine_audit').map(({ filter }) => filter)).toEqual([
        { ...everything, patient: 'p1' },
        { ...everything, patient: 'p1', person: 'bert' },
      ]),
    );
    cleanup();
    show({ examine_audit: () => page([row(4, { patient: 'gone' })]) }, 'gone');
    await screen.findByText('Only rows about a patient who is not listed any more.');
    const [, one] = within(await list()).getAllByRole('row');
    expect(one?.textContent).toContain('Not listed any more');
    expect(within(one as HTMLElement).queryByRole('link')).toBeNull();
  });

  it('of a long list are drawn only where they are seen', async () => {
    const many = Array.from({ length: 200 }, (_, at) => row(200 - at));
    show({ examine_audit: () => page(many, true) });
    expect((await list()).getAttribute('aria-rowcount')).toBe('201');
  });
});

describe('the filter', () => {
  it('asks nothing before someone says so, then by Enter too, and clears as a whole', async () => {
    const transport = show();
    await list();
    await screen.findByRole('option', { name: 'Amended' });
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What was done' }), 'Amended');
    await userEvent.type(screen.getByRole('textbox', { name: 'From' }), 'Nov 2026');
    expect(transport.asked('examine_audit')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    const narrowed = { ...everything, act: 'amend', from: 'Nov 2026' };
    await waitFor(() =>
      expect(transport.asked('examine_audit').at(-1)).toEqual({ filter: narrowed, before: null }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(transport.asked('examine_audit').at(-1)?.filter).toEqual(everything));
    expect((screen.getByRole('textbox', { name: 'From' }) as HTMLInputElement).value).toBe('');
    expect(transport.asked('examine_audit')).toHaveLength(3);
  });

  it('says at the field what is wrong with a day, until it is typed anew', async () => {
    const transport = show();
    await list();
    transport.answer('examine_audit', () => {
      throw { code: 'invalid', issues: [{ path: 'until', problem: { code: 'end_before_start' } }] };
    });
    const until = screen.getByRole('textbox', { name: 'Until' });
    await userEvent.type(until, '2001{Enter}');
    await waitFor(() => expect(until.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'From' }).getAttribute('aria-invalid')).toBeNull();
    await userEvent.type(until, '0');
    await waitFor(() => expect(until.getAttribute('aria-invalid')).toBeNull());
  });

  it('narrows what is saved: the rows that are shown, and where they went is told', async () => {
    const transport = show({
      save_audit: () => ({ rows: 3, name: 'Audit log 2026-11-25.csv', folder: '/letters' }),
    });
    await list();
    // What was only chosen is not shown yet.
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'bert');
    await userEvent.click(screen.getByRole('button', { name: 'Save as a table (CSV)' }));
    await screen.findByText(
      '3 rows were saved as Audit log 2026-11-25.csv in /letters. The file is not encrypted.',
    );
    expect(transport.asked('save_audit')).toEqual([everything]);
    transport.answer('save_audit', () => {
      throw { code: 'disk_full' };
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save as a table (CSV)' }));
    await screen.findByText(/disk is full/i);
  });
});

describe('verification', () => {
  const card = () => screen.findByRole('region', { name: 'Verification' });

  it('says nothing that was not checked, and then up to which row and when', async () => {
    const transport = show({ verify_now: () => whole });
    const region = await card();
    expect(region.textContent).toContain('Not verified since the vault was opened.');
    await userEvent.click(within(region).getByRole('button', { name: 'Verify now' }));
    await within(region).findByText(
      'Verified whole up to row 321 on 25 Nov 2026, 14:05. 40 versions of entries and 1 attached file are as the log says.',
    );
    expect(region.textContent).not.toContain('Not verified');
    expect(transport.asked('verify_now')).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  it('can be stopped, asks for nothing meanwhile, and keeps what was known', async () => {
    let end: (found: LogCheck | null) => void = () => undefined;
    const transport = show({
      audit_view: () => ({ ...view, checked: whole }),
      verify_now: () => new Promise<LogCheck | null>((resolve) => (end = resolve)),
    });
    await list();
    const region = await card();
    await userEvent.click(within(region).getByRole('button', { name: 'Verify now' }));
    await within(region).findByText(/Nothing can be saved meanwhile/);
    for (const name of ['Show rows', 'Save as a table (CSV)']) {
      expect((screen.getByRole('button', { name }) as HTMLButtonElement).disabled).toBe(true);
    }
    await userEvent.click(within(region).getByRole('button', { name: 'Stop' }));
    expect(transport.asked('stop_verifying')).toHaveLength(1);
    end(null);
    await within(region).findByText(/^Stopped before the end\. Verified whole up to row 321/);
    expect(within(region).queryByRole('button', { name: 'Stop' })).toBeNull();
    expect((screen.getByRole('button', { name: 'Show rows' }) as HTMLButtonElement).disabled).toBe(false);
  });

  it('is stopped by leaving the page', async () => {
    const transport = show({ verify_now: () => new Promise<LogCheck | null>(() => undefined) });
    const region = await card();
    await userEvent.click(within(region).getByRole('button', { name: 'Verify now' }));
    await within(region).findByRole('button', { name: 'Stop' });
    cleanup();
    expect(transport.asked('stop_verifying')).toHaveLength(1);
  });

  it('names the faults and what to do, and tells those apart that can be mended', async () => {
    const faulty = { ...whole, faults: 22, derived: 1, found: ['audit log: row 7 was changed'] };
    const transport = show({ verify_now: () => faulty });
    const region = await card();
    await userEvent.click(within(region).getByRole('button', { name: 'Verify now' }));
    await within(region).findByText('22 faults were found on 25 Nov 2026, 14:05, up to row 321');
    within(region).getByText(/is not as it was written\. Leave it as it is/);
    within(region).getByText('audit log: row 7 was changed');
    within(region).getByText('and 21 more');
    expect(region.textContent).not.toContain('whole');
    transport.answer('verify_now', () => ({ ...faulty, faults: 1, derived: 1 }));
    await userEvent.click(within(region).getByRole('button', { name: 'Verify now' }));
    await within(region).findByText(/lamina rebuild/);
    expect(await violations()).toEqual([]);
  });

  it('that can’t be made says why', async () => {
    show({
      verify_now: () => {
        throw { code: 'unavailable' };
      },
    });
    const region = await card();
    await userEvent.click(within(region).getByRole('button', { name: 'Verify now' }));
    await within(region).findByText(/cannot be reached just now/);
    expect(region.textContent).toContain('Not verified since the vault was opened.');
  });
});
