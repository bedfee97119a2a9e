import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from '../../frame/keepFocus';
import { Client } from '../../ipc/client';
import type { ApiError, Me, Profile, StaffMember, StaffView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { alone, member, openedBy, someone } from '../../test/people';
import { ready } from '../../test/record';
import { renderInWindow } from '../../test/renderInWindow';
import SettingsScreen from '../settings/SettingsScreen.svelte';

const words = 'lantern copper violin marsh';
const code = 'QK4TZ-8M2XW-R7VDN-J3HCP';
const ada = member('Ada Okafor', 'owner', { me: true });
const ben = member('Ben Lind', 'physiotherapist', { since: '2 Dec 2026' });
const cy = member('Cy Marsh', 'assistant', { invited: true });
const dee = member('Dee Quill', 'clinician', { left: '9 Dec 2026' });
const everybody: StaffView = { people: [ada, ben, cy, dee], suggested: '' };
const owner = someone('owner', { name: ada.name });

function show(me: Me, staff: StaffView, handlers: Handlers = {}) {
  const transport = fakeTransport({
    ...ready,
    vault_status: () => openedBy(me),
    staff: () => staff,
    get_settings: () => {
      throw { code: 'unavailable' };
    },
    list_form_drafts: () => [],
    save_form_draft: () => ({}),
    ...handlers,
  });
  renderInWindow(SettingsScreen, { client: new Client(transport), as: me });
  return transport;
}
function refuse(error: ApiError): () => never {
  return () => {
    throw error;
  };
}
const refused = (problem: ApiError & { code: 'vault' }) => refuse(problem);
const people = () => screen.findByRole('region', { name: 'People' });
const button = async (name: string) => within(await people()).findByRole('button', { name });
const passphrase = (within_: HTMLElement) =>
  within(within_).findByLabelText<HTMLInputElement>('Your passphrase');
const focused = (element: HTMLElement) => waitFor(() => expect(document.activeElement).toBe(element));
const changed = (value: StaffView) => ({ value, changes: ['staff'] });
async function rowOf({ name }: StaffMember) {
  return (await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body;
}

let off: () => void;
beforeEach(() => (off = keepFocus()));
afterEach(() => off());

describe('somebody alone', () => {
  it('is offered in two sentences to let others in, takes a name first, and goes on to the first of them', async () => {
    const named: StaffView = { people: [ada], suggested: '' };
    const transport = show(owner, alone, {
      name_owner: () => changed(named),
      add_staff: ({ name, role }) => ({
        value: { code, name, staff: { people: [ada, member(name, role, { invited: true })], suggested: '' } },
        changes: ['staff'],
      }),
    });
    const section = await people();
    await within(section).findByText(/^One person opens this vault/);
    expect(within(section).queryByRole('table')).toBeNull();
    await userEvent.click(await button('Let others sign in…'));
    const own = await within(section).findByLabelText<HTMLInputElement>('Name');
    expect(own.value).toBe('Dr Okafor');
    await focused(own);
    await userEvent.clear(own);
    await userEvent.type(own, 'Ada Okafor{Enter}');
    await focused(await passphrase(section));
    transport.answer('staff', () => named);
    await userEvent.keyboard(`${words}{Enter}`);
    const name = await within(section).findByRole('textbox', { name: 'Name' });
    await within(section).findByRole('radio', { name: 'Physiotherapist' });
    expect(transport.asked('name_owner')).toEqual([{ name: 'Ada Okafor', passphrase: words }]);
    await focused(name);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('Ben Lind{Enter}{ArrowDown}{ArrowDown}{Enter}');
    await focused(await passphrase(section));
    await userEvent.keyboard(`${words}{Enter}`);
    // A form with choices in it goes to its button first.
    await userEvent.keyboard('{Enter}');
    const title = await within(section).findByRole('heading', { name: 'Code for Ben Lind' });
    await focused(title);
  });

  it.each([
    [
      'invalid' as const,
      { code: 'invalid', issues: [{ path: 'name', problem: { code: 'too_long', limit: 100 } }] } as ApiError,
      'Name',
      /at most 100/,
    ],
    [
      'wrong' as const,
      { code: 'vault', problem: { problem: 'wrong_passphrase' } } as ApiError,
      'Your passphrase',
      /^That is not your passphrase. Nothing was changed/,
    ],
    [
      'wait' as const,
      { code: 'vault', problem: { problem: 'wait', seconds: 8 } } as ApiError,
      'Your passphrase',
      /in 8 seconds/,
    ],
  ])('is told at the field what was not taken: %s', async (_what, error, label, said) => {
    show(owner, alone, { name_owner: refuse(error) });
    await userEvent.click(await button('Let others sign in…'));
    const section = await people();
    await userEvent.type(await passphrase(section), `${words}{Enter}`);
    await within(section).findByText(said);
    const field = within(section).getByLabelText<HTMLInputElement>(label);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '')).toBeTruthy();
    await focused(field);
  });

  it('is asked for what is missing before anything is sent, and steps back by Escape', async () => {
    const transport = show(owner, { people: [], suggested: '' });
    await userEvent.click(await button('Let others sign in…'));
    const section = await people();
    await userEvent.click(await button('Take this name'));
    expect(within(section).getByText('Type a name.')).toBeTruthy();
    expect(within(section).getByText('Type your own passphrase.')).toBeTruthy();
    expect(transport.asked('name_owner')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await focused(await button('Let others sign in…'));
  });
});

describe('the people of a vault', () => {
  it('stand in a table with role, since when and how things stand', async () => {
    show(owner, everybody);
    const cells = async (one: StaffMember) =>
      [...(await rowOf(one)).children].slice(0, 4).map((cell) => cell.textContent?.trim());
    expect(await cells(ada)).toEqual(['Ada Okafor', 'Owner', '1 Dec 2026', 'You']);
    expect(await cells(ben)).toEqual(['Ben Lind', 'Physiotherapist', '2 Dec 2026', 'Works here']);
    expect(await cells(cy)).toEqual([
      'Cy Marsh',
      'Assistant',
      '1 Dec 2026',
      'Has a code, not signed in with it yet',
    ]);
    expect(await cells(dee)).toEqual(['Dee Quill', 'Clinician', '1 Dec 2026', 'Left on 9 Dec 2026']);
    for (const one of [ada, dee]) expect(within(await rowOf(one)).queryByRole('button')).toBeNull();
    expect(
      within(await rowOf(ben))
        .getAllByRole('button')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Change role: Ben Lind', 'Another code: Ben Lind', 'Remove: Ben Lind']);
    expect(await violations()).toEqual([]);
  });

  it.each(['clinician', 'physiotherapist', 'assistant', 'auditor'] as const)(
    'are looked at by a %s and changed by none of them',
    async (role) => {
      show(someone(role, { name: ben.name }), {
        people: [
          { ...ada, me: false },
          { ...ben, role, me: true },
        ],
        suggested: '',
      });
      const section = await people();
      await within(section).findByRole('rowheader', { name: ada.name });
      expect(within(section).queryByRole('button')).toBeNull();
      expect(within(section).getAllByRole('columnheader')).toHaveLength(4);
    },
  );

  it('are let in by a code that is shown once, in groups, and forgotten with its view', async () => {
    show(owner, everybody, {
      add_staff: ({ name, role }) => ({
        value: {
          code,
          name,
          staff: { people: [...everybody.people, member(name, role, { invited: true })], suggested: '' },
        },
        changes: ['staff'],
      }),
    });
    const section = await people();
    await userEvent.click(await button('Let somebody in'));
    await userEvent.type(await within(section).findByRole('textbox', { name: 'Name' }), 'Eve Stone');
    const assistant = within(section).getByRole('radio', { name: 'Assistant' });
    expect(document.getElementById(assistant.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /^Records particulars, questionnaires.*sends letters/,
    );
    await userEvent.click(assistant);
    await userEvent.type(await passphrase(section), words);
    await userEvent.click(await button('Make a code'));
    await focused(await within(section).findByRole('heading', { name: 'Code for Eve Stone' }));
    expect(
      within(within(section).getByRole('list', { name: 'Code' }))
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(code.split('-'));
    expect(
      within(section).getByText(
        'Hand it over in person. It opens the vault once signed in as Eve Stone, and is replaced by their own passphrase.',
      ),
    ).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(await button('I have handed it over'));
    await focused(await button('Let somebody in'));
    expect(document.body.textContent).not.toContain('QK4TZ');
  });

  it('need a name, a role and the passphrase of who lets them in', async () => {
    const transport = show(owner, everybody);
    const section = await people();
    await userEvent.click(await button('Let somebody in'));
    await userEvent.click(await button('Make a code'));
    for (const said of ['Type a name.', 'Choose a role.', 'Type your own passphrase.'])
      expect(within(section).getByText(said)).toBeTruthy();
    await focused(within(section).getByRole('textbox', { name: 'Name' }));
    expect(await violations()).toEqual([]);
    expect(transport.asked('add_staff')).toEqual([]);
    await userEvent.click(await button('Cancel'));
    await focused(await button('Let somebody in'));
  });

  it.each([
    ['name_taken' as const, 'Name', /^Somebody here has this name, or had it/],
    ['too_many_people' as const, 'Name', /^No more people can open this vault/],
    ['wrong_passphrase' as const, 'Your passphrase', /^That is not your passphrase/],
  ])('are not let in, and the field says why: %s', async (problem, label, said) => {
    show(owner, everybody, { add_staff: refused({ code: 'vault', problem: { problem } }) });
    const section = await people();
    await userEvent.click(await button('Let somebody in'));
    await userEvent.type(await within(section).findByRole('textbox', { name: 'Name' }), 'Ben Lind');
    await userEvent.click(within(section).getByRole('radio', { name: 'Clinician' }));
    await userEvent.type(await passphrase(section), words);
    await userEvent.click(await button('Make a code'));
    await within(section).findByText(said);
    await focused(within(section).getByLabelText(label));
    expect(within(section).getByRole<HTMLInputElement>('radio', { name: 'Clinician' }).checked).toBe(true);
  });

  it('get another role by a dialog, which says from when on', async () => {
    const assistant: StaffView = { people: [ada, { ...ben, role: 'assistant' }, cy, dee], suggested: '' };
    const transport = show(owner, everybody, { set_role: () => changed(assistant) });
    await userEvent.click(await button('Change role: Ben Lind'));
    const dialog = await screen.findByRole('dialog', { name: 'Change the role of Ben Lind?' });
    expect(within(dialog).getByText(/from their next sign-in on/)).toBeTruthy();
    await focused(within(dialog).getByRole('radio', { name: 'Physiotherapist' }));
    expect(await violations()).toEqual([]);
    await userEvent.type(await passphrase(dialog), words);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Change the role' }));
    expect(within(dialog).getByText('This is their role already. Choose another one.')).toBeTruthy();
    expect(transport.asked('set_role')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Assistant' }));
    transport.answer('staff', () => assistant);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Change the role' }));
    await screen.findByText('Ben Lind has the role Assistant now.');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(transport.asked('set_role')).toEqual([{ id: ben.id, role: 'assistant', passphrase: words }]);
    expect(within(await rowOf(ben)).getByText('Assistant')).toBeTruthy();
    await focused(await button('Change role: Ben Lind'));
  });

  it('get another code in place of a forgotten passphrase', async () => {
    const again: StaffView = { people: [ada, { ...ben, invited: true }, cy, dee], suggested: '' };
    const transport = show(owner, everybody, {
      give_code: () => ({ value: { code, name: ben.name, staff: again }, changes: ['staff'] }),
    });
    await userEvent.click(await button('Another code: Ben Lind'));
    const dialog = await screen.findByRole('dialog', { name: 'Give Ben Lind another code?' });
    await focused(await passphrase(dialog));
    transport.answer('staff', () => again);
    await userEvent.keyboard(`${words}{Enter}`);
    await focused(await screen.findByRole('heading', { name: 'Code for Ben Lind' }));
    expect(transport.asked('give_code')).toEqual([{ id: ben.id, passphrase: words }]);
    expect(within(await rowOf(ben)).getByText(/^Has a code/)).toBeTruthy();
  });

  it('lose their passphrase by a dialog that promises no more than that', async () => {
    const gone: StaffView = { people: [ada, cy, { ...ben, left: '10 Dec 2026' }, dee], suggested: '' };
    const transport = show(owner, everybody, {
      remove_staff: refused({ code: 'vault', problem: { problem: 'wrong_passphrase' } }),
    });
    await userEvent.click(await button('Remove: Ben Lind'));
    const dialog = await screen.findByRole('dialog', { name: 'Take away the passphrase of Ben Lind?' });
    expect(
      within(dialog).getByText(
        /^Who left may have kept a copy of the vault, and their passphrase opens that copy/,
      ),
    ).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(within(dialog).getByText('Type your own passphrase.')).toBeTruthy();
    await userEvent.keyboard('wrong{Enter}');
    await within(dialog).findByText(/^That is not your passphrase/);
    await focused(await passphrase(dialog));
    transport.answer('remove_staff', refuse({ code: 'disk_full' }));
    await userEvent.keyboard('{Enter}');
    await within(dialog).findByText(/The disk is full/);
    transport.answer('remove_staff', () => changed(gone));
    transport.answer('staff', () => gone);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take away the passphrase' }));
    await screen.findByText('The passphrase of Ben Lind opens this vault no more.');
    expect(within(await rowOf(ben)).getByText('Left on 10 Dec 2026')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement?.closest('section')).toBe(screen.getByRole('region', { name: 'People' })),
    );
  });
});

describe('your letters', () => {
  const profile: Profile = { position: 'Consultant', registration: 'GMC 1', contact: '' };
  const me = someone('clinician', { name: 'Ada Okafor' });
  const mine: StaffView = { people: [{ ...ada, role: 'clinician', profile }, ben], suggested: '' };
  const letters = () => screen.findByRole('region', { name: 'Your letters' });

  it('are signed with what is saved here, by whoever sends letters', async () => {
    const transport = show(me, mine, {
      set_profile: (saved) => {
        const now: StaffView = {
          people: [{ ...ada, role: 'clinician', profile: saved }, ben],
          suggested: '',
        };
        transport.answer('staff', () => now);
        return changed(now);
      },
    });
    const section = await letters();
    const contact = within(section).getByLabelText<HTMLInputElement>('How to reach you');
    expect(within(section).getByLabelText<HTMLInputElement>('Position').value).toBe('Consultant');
    await userEvent.type(contact, 'Ext. 12');
    await userEvent.keyboard('{Control>}s{/Control}');
    await within(section).findByText(/^Saved/);
    expect(transport.asked('set_profile')).toEqual([{ ...profile, contact: 'Ext. 12' }]);
    expect(await violations()).toEqual([]);
  });

  it('keep what is typed as a draft, which is offered and gone when it was saved', async () => {
    const draft = {
      draft: 'd1',
      form: 'profile',
      kept_at: '3 Dec 2026, 10:00',
      typed: { contact: 'Ext. 9' },
    };
    const transport = show(me, mine, {
      list_form_drafts: () => [draft],
      discard_draft: () => ({}),
      set_profile: () => changed(mine),
    });
    const section = await letters();
    await userEvent.click(
      await within(section).findByRole('button', { name: /^Continue ?: How to reach you/ }),
    );
    const contact = within(section).getByLabelText<HTMLInputElement>('How to reach you');
    expect(contact.value).toBe('Ext. 9');
    await userEvent.type(contact, '3');
    await waitFor(() =>
      expect(transport.asked('save_form_draft').at(-1)).toEqual({
        draft: 'd1',
        form: 'profile',
        typed: { contact: 'Ext. 93' },
      }),
    );
    await userEvent.click(within(section).getByRole('button', { name: 'Save your letters' }));
    await waitFor(() => expect(transport.asked('discard_draft')).toEqual([{ draft: 'd1' }]));
    expect(transport.asked('set_profile').at(-1)).toEqual({ ...profile, contact: 'Ext. 93' });
  });

  it('say at the field what was not taken, and above what could not be done', async () => {
    const transport = show(me, mine, {
      set_profile: refuse({
        code: 'invalid',
        issues: [{ path: 'position', problem: { code: 'too_long', limit: 100 } }],
      }),
    });
    const section = await letters();
    await userEvent.type(
      within(section).getByLabelText('Position'),
      ' in pain medicine{Enter}{Enter}{Enter}',
    );
    await within(section).findByText(/at most 100/);
    await focused(within(section).getByLabelText('Position'));
    transport.answer('set_profile', refuse({ code: 'disk_full' }));
    await userEvent.click(within(section).getByRole('button', { name: 'Save your letters' }));
    await within(section).findByText(/The disk is full/);
  });

  it('are asked of nobody who is alone, nor of whoever sends none', async () => {
    show(someone('auditor', { name: ada.name }), {
      people: [{ ...ada, role: 'auditor' }, ben],
      suggested: '',
    });
    await people();
    await screen.findByRole('rowheader', { name: ada.name });
    expect(screen.queryByRole('region', { name: 'Your letters' })).toBeNull();
  });
});
