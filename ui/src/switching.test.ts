import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import App from './App.svelte';
import { Client } from './ipc/client';
import type { Me, SaveDraft } from './ipc/generated';
import { fakeTransport, type Handlers } from './ipc/transport.fake';
import { violations } from './test/axe';
import { member, openedBy, someone, vault } from './test/people';
import { ready } from './test/record';
import { renderInWindow } from './test/renderInWindow';

const ada = someone('owner', { name: 'Ada Okafor' });
const ben = someone('physiotherapist', { name: 'Ben Lind' });
const locked = (last_name = ada.name) => vault('locked', { by_name: true, last_name });

function open(me: Me, handlers: Handlers = {}) {
  const transport = fakeTransport({ ...ready, vault_status: () => openedBy(me), ...handlers });
  renderInWindow(App, { client: new Client(transport) });
  return transport;
}
const rail = () => screen.findByRole('navigation', { name: 'Main menu' });
async function signIn(name: string) {
  const field = await screen.findByLabelText('Name');
  await userEvent.clear(field);
  await userEvent.type(field, `${name}{Enter}lantern copper violin{Enter}`);
}

beforeEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

describe('who is at work', () => {
  it('stands beside the lock with their role, however long the name is', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Okafor';
    open(someone('physiotherapist', { name }));
    const menu = await rail();
    expect(within(menu).getByText(name)).toBeTruthy();
    expect(within(menu).getByTitle(`${name}, Physiotherapist`)).toBeTruthy();
    expect(within(menu).getByText(/^Physio\u00ADtherapist$/)).toBeTruthy();
    expect(within(menu).getByRole('button', { name: /Let somebody else sign in/ })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('is not told to somebody alone, whom no key asks to let others in', async () => {
    const transport = open(ada, { vault_status: () => vault('open') });
    const menu = await rail();
    expect(within(menu).queryByText('Signed in as')).toBeNull();
    expect(within(menu).queryByRole('button', { name: /somebody else/ })).toBeNull();
    await userEvent.keyboard('{F1}');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).queryByText('Let somebody else sign in')).toBeNull();
    await userEvent.keyboard('{Escape}{Control>}{Shift>}l{/Shift}{/Control}');
    expect(transport.asked('lock_vault')).toHaveLength(0);
  });

  it('is shown as soon as others are let in', async () => {
    const transport = open(ada, { vault_status: () => vault('open') });
    const client = await rail();
    expect(within(client).queryByText(ada.name)).toBeNull();
    location.hash = '#/settings';
    transport.answer('name_owner', () => {
      transport.answer('vault_status', () => openedBy(ada));
      return {
        value: { people: [member(ada.name, 'owner', { me: true })], suggested: '' },
        changes: ['staff'],
      };
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Let others sign in…' }));
    await userEvent.type(await screen.findByLabelText('Your passphrase'), 'lantern copper violin{Enter}');
    await within(await rail()).findByText(ada.name);
  });
});

describe('letting somebody else sign in', () => {
  it('is one key, which is listed: it locks and asks for a name, also in the page that comes next', async () => {
    location.hash = '#/patients/p1/history';
    const transport = open(ada, { renew_page: () => ({}) });
    await screen.findByRole('heading', { name: 'Sample, Anna' });
    await userEvent.keyboard('{F1}');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Let somebody else sign in')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    transport.answer('vault_status', () => locked());
    await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    const name = await screen.findByLabelText<HTMLInputElement>('Name');
    expect(name.value).toBe('');
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(transport.asked('lock_vault')).toHaveLength(1);
    expect(transport.asked('renew_page')).toHaveLength(1);
    expect(location.search + location.hash).toBe('?was=other#/patients/p1/history');
    cleanup();
    open(ada, { vault_status: () => locked() });
    const next = await screen.findByLabelText<HTMLInputElement>('Name');
    expect(next.value).toBe('');
    await waitFor(() => expect(document.activeElement).toBe(next));
  });

  it('begins at the patients for another person and where one was for the same', async () => {
    for (const [me, place, seen] of [
      [ben, '#/patients', 'Patients'],
      [ada, '#/patients/p1/history', 'Sample, Anna'],
    ] as const) {
      history.replaceState(null, '', '?was=other#/patients/p1/history');
      open(ada, { vault_status: () => locked(), unlock_vault: () => openedBy(me) });
      await signIn(me.name);
      await screen.findByRole('heading', { name: seen });
      expect(location.search + location.hash).toBe(`?was=open${place}`);
      cleanup();
    }
  });

  it('leaves the name filled in after the ordinary lock, and where it was refused nothing is changed', async () => {
    const transport = open(ada, {
      lock_vault: () => {
        throw { code: 'unavailable' };
      },
    });
    await userEvent.click(within(await rail()).getByRole('button', { name: /Let somebody else sign in/ }));
    await screen.findByText(/cannot be reached just now/);
    expect(location.search).toBe('?was=open');
    transport.answer('lock_vault', () => locked());
    transport.answer('vault_status', () => locked());
    await userEvent.keyboard('{Control>}l{/Control}');
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe(ada.name);
  });

  it('never keeps a text of one person under the name of another', async () => {
    const kept: SaveDraft[] = [];
    const transport = open(ada);
    location.hash = '#/patients/new';
    const field = await screen.findByRole('textbox', { name: 'Family name' });
    transport.answer('save_draft', () => {
      throw { code: 'disk_full' };
    });
    await userEvent.type(field, 'Kowalska');
    transport.answer('vault_status', () => locked());
    await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    await screen.findByLabelText('Name');
    transport.answer('save_draft', (draft) => {
      kept.push(draft);
      return {};
    });
    transport.answer('unlock_vault', ({ name }) => openedBy(name === ada.name ? ada : ben));
    await signIn(ben.name);
    await screen.findByRole('heading', { name: 'Patients' });
    await userEvent.keyboard('{Control>}l{/Control}');
    await signIn(ada.name);
    await screen.findByRole('heading', { name: 'Patients' });
    expect(kept).toMatchObject([{ input: { noun: 'patient', family: 'Kowalska' } }]);
    const order = transport.calls.map(({ name }) => name);
    expect(order.lastIndexOf('unlock_vault')).toBeLessThan(order.lastIndexOf('save_draft'));
  });
});
