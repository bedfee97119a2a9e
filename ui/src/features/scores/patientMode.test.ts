import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../../App.svelte';
import { Client } from '../../ipc/client';
import type { DraftView, SaveDraft } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { parse, href } from '../../router';
import { violations } from '../../test/axe';
import { vault } from '../../test/people';
import { ready } from '../../test/record';
import type { InstrumentInput } from './instrument';
import { forms, live } from './samples';
import { renderInWindow } from '../../test/renderInWindow';

vi.setConfig({ testTimeout: 30_000 });

const address = '#/patients/p1/scores/ask/moods';

function open(more: Handlers = {}, at = address) {
  let state: 'open' | 'locked' = 'open';
  const kept: SaveDraft[] = [];
  const status = () => vault(state);
  const transport = fakeTransport({
    ...ready,
    vault_status: status,
    list_instruments: () => forms,
    score_answers: ({ measure }) => live(measure as InstrumentInput),
    save_draft: (draft) => {
      kept.push(draft);
      return {};
    },
    lock_vault: () => {
      state = 'locked';
      return status();
    },
    ...more,
  });
  location.hash = at;
  renderInWindow(App, { client: new Client(transport) });
  const locks = () => transport.calls.filter(({ name }) => name === 'lock_vault').length;
  const answers = () => {
    const input = kept.at(-1)?.input;
    return input?.noun === 'score' && input.measure.measure === 'instrument' ? input.measure.answers : null;
  };
  return { transport, kept, locks, answers };
}
const first = () => screen.findByRole('radiogroup', { name: /First question/ });

beforeEach(() => {
  location.hash = '';
});

describe("the patient's screen", () => {
  // The first of them: others leave a text that could not be kept, and a page that holds one does not begin anew.
  it('is left with the lock, and the page that begins anew thanks and stands at the scores', async () => {
    const { transport } = open({ renew_page: () => ({}) });
    await first();
    await userEvent.keyboard('0');
    await userEvent.click(screen.getByRole('button', { name: 'I have finished' }));
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(transport.asked('renew_page')).toHaveLength(1);
    expect(location.search + location.hash).toBe('?was=answered#/patients/p1/scores');
    history.replaceState(null, '', '/');
  });

  it('shows the questions and a first name, and nothing else of the record', async () => {
    open();
    await first();
    await screen.findByRole('heading', { name: 'Hello Anna' });
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.textContent?.trim())).toEqual([
      'I have finished',
    ]);
    for (const hidden of ['Sample', '1961', 'A-0042', 'mild'])
      expect(document.body.textContent).not.toContain(hidden);
    expect(await violations()).toEqual([]);
  });

  it('has no key that leads out of it', async () => {
    const { locks } = open();
    await first();
    (document.activeElement as HTMLElement).blur();
    for (const keys of [
      '{F1}',
      '{F2}',
      '{Escape}',
      '{Control>}k{/Control}',
      'gp',
      'gs',
      '1',
      '9',
      'a',
      '?',
      '{Control>}s{/Control}',
    ]) {
      await userEvent.keyboard(keys);
      expect(location.hash).toBe(address);
      expect(screen.queryByRole('dialog')).toBeNull();
    }
    expect(locks()).toBe(0);
    expect(screen.getByRole('radiogroup', { name: /First question/ })).toBeTruthy();
  });

  it('keeps the answers as a draft and locks when the patient has finished', async () => {
    const { kept, locks, answers } = open();
    (await first()).querySelector('input')?.focus();
    await userEvent.keyboard('21');
    await userEvent.click(screen.getByRole('button', { name: 'I have finished' }));
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    // The patient is thanked, and nobody's name stands there.
    expect(screen.getByText('Thank you')).toBeTruthy();
    expect(document.body.textContent).not.toContain('Anna');
    expect(await violations()).toEqual([]);
    expect(locks()).toBe(1);
    expect(answers()).toEqual(['2', '1', '', '']);
    expect(kept.at(-1)).toMatchObject({ patient: 'p1', entry: null, input: { told_by: 'patient' } });
    expect(location.hash).toBe('#/patients/p1/scores');
  });

  it('locks when it is left by any other way, with the answers kept', async () => {
    const { locks, answers } = open();
    (await first()).querySelector('input')?.focus();
    await userEvent.keyboard('3');
    location.hash = '#/patients/p1/overview';
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
    expect(locks()).toBe(1);
    expect(answers()).toEqual(['3', '', '', '']);
    expect(document.body.textContent).not.toContain('Sample');
  });

  it('stays where it is, and says so, while the vault cannot be locked', async () => {
    open({
      lock_vault: () => {
        throw { code: 'unavailable' };
      },
    });
    await first();
    location.hash = '#/patients';
    await screen.findByRole('status', { name: '' });
    await waitFor(() => expect(location.hash).toBe(address));
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(await first()).toBeTruthy();
  });

  it('does not end while the answers could not be kept', async () => {
    const { locks } = open({
      save_draft: () => {
        throw { code: 'disk_full' };
      },
    });
    (await first()).querySelector('input')?.focus();
    await userEvent.keyboard('3');
    await userEvent.click(screen.getByRole('button', { name: 'I have finished' }));
    await screen.findByText(/could not be kept yet/);
    expect(locks()).toBe(0);
    const chosen = within(await first()).getByRole<HTMLInputElement>('radio', { checked: true });
    expect(chosen.value).toBe('3');
  });

  it('never shows a form whose wording is not free', async () => {
    open();
    location.hash = '#/patients/p1/scores/ask/owned';
    // Another address means that the screen was left.
    await screen.findByRole('heading', { name: 'Unlock Lamina' });
  });

  it.each([
    ['Yes, I have read them all', true],
    ['No, not all of them', false],
  ])('asks the patient, and nobody else, whether all statements were read: %s', async (said, confirmed) => {
    const again = open({}, '#/patients/p1/scores/ask/ticks');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'I sit' }));
    await userEvent.click(screen.getByRole('button', { name: 'I have finished' }));
    const question = await screen.findByRole('group', { name: 'Have you read all the statements?' });
    expect(question.contains(document.activeElement)).toBe(true);
    expect(again.locks()).toBe(0);
    await userEvent.click(within(question).getByRole('button', { name: 'Back to the statements' }));
    expect(screen.queryByRole('group', { name: 'Have you read all the statements?' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'I have finished' }));
    await userEvent.click(await screen.findByRole('button', { name: said }));
    await screen.findByText('Thank you');
    expect(again.locks()).toBe(1);
    expect(again.kept.at(-1)?.input).toMatchObject({ measure: { answers: ['1', ''], confirmed } });
  });

  it('puts what the patient answered into the hands of whoever unlocks', async () => {
    const { kept, transport } = open({
      unlock_vault: () => vault('open'),
      list_drafts: () =>
        kept.slice(-1).map((draft) => ({
          ...{
            draft: draft.draft,
            patient: 'p1',
            entry: null,
            noun: 'score',
            base_version: null,
            reason: null,
          },
          ...{
            name: 'Sample, Anna',
            kept_at: 'now',
            sitting: 's1',
            title: null,
            changes: [],
            input: draft.input,
          },
        })) as unknown as DraftView[],
    });
    (await first()).querySelector('input')?.focus();
    await userEvent.keyboard('21');
    await userEvent.click(screen.getByRole('button', { name: 'I have finished' }));
    await userEvent.type(await screen.findByLabelText('Passphrase'), 'anything{Enter}');
    await screen.findByText('The patient has just answered this.');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Continue'));
    expect(screen.queryByText('Thank you')).toBeNull();
    expect(transport.asked('unlock_vault')).toHaveLength(1);
  });

  it('has an address', () => {
    expect(href(parse(address))).toBe(address);
    for (const odd of [
      '#/patients/p1/imaging/ask/moods',
      '#/patients/p1/scores/show/moods',
      '#/patients/p1/scores/ask/',
    ])
      expect(parse(odd)).toEqual({ name: 'unknown' });
  });
});
