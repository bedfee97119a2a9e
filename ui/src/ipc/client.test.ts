import { describe, expect, it, vi } from 'vitest';
import { Client } from './client';
import { CallError, errorWords, issuesOf, toApiError, vaultProblemOf, vaultWords } from './errors';
import type { ApiError, VaultProblem } from './generated';
import { fakeTransport } from './transport.fake';

interface Table {
  ping: { request: { n: number }; response: { value: number; changes: string[] } };
}

interface Reads {
  read: { request: { n: number }; response: { value: number } };
  written: { request: object; response: { changes: string[] } };
  refused: { request: object; response: object };
}

describe('client', () => {
  it('passes the request on, answers, and tells what changed', async () => {
    const invoke = vi.fn(async () => ({ value: 2, changes: ['patient/1'] }));
    const client = new Client<Table>({ invoke });
    const heard = vi.fn();
    const off = client.onChanges(heard);
    expect((await client.call('ping', { n: 1 })).value).toBe(2);
    expect(invoke).toHaveBeenCalledWith('ping', { n: 1 });
    expect(heard).toHaveBeenCalledWith(['patient/1']);
    off();
    await client.call('ping', { n: 1 });
    expect(heard).toHaveBeenCalledOnce();
  });

  it('throws what the core refused, and says when it is locked', async () => {
    const client = new Client<Table>({ invoke: () => Promise.reject({ code: 'locked' }) });
    const locked = vi.fn();
    client.onLocked(locked);
    const thrown: unknown = await client.call('ping', { n: 1 }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(CallError);
    expect(toApiError(thrown)).toEqual({ code: 'locked' });
    expect(locked).toHaveBeenCalledOnce();
  });

  it('gives an answer again until something was written, refused, locked, or the day is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 4, 3, 12) });
    let asked = 0;
    const invoke = vi.fn(async (name: string) => {
      if (name === 'refused') throw { code: 'unavailable' };
      return name === 'written' ? { changes: ['patient/1'] } : { value: (asked += 1) };
    });
    let lock = () => {};
    const client = new Client<Reads>({ invoke, onLocked: (listener) => (lock = listener) });
    const read = async (n = 1) => (await client.recall('read', { n })).value;
    expect([await read(), await read(), await read(2), await read()]).toEqual([1, 1, 2, 1]);
    await client.call('written', {});
    expect(await read()).toBe(3);
    await client.call('refused', {}).catch(() => undefined);
    expect(await read()).toBe(4);
    lock();
    expect(await read()).toBe(5);
    vi.setSystemTime(new Date(2026, 4, 4, 0, 1));
    expect([await read(), await read()]).toEqual([6, 6]);
    // Only the last few are held.
    for (const n of [2, 3, 4, 5]) await read(n);
    expect(await read()).toBe(11);
    // `call` always asks.
    expect((await client.call('read', { n: 1 })).value).toBe(12);
    vi.useRealTimers();
  });

  it('never holds an answer that was under way while something was written', async () => {
    const open: ((answer: unknown) => void)[] = [];
    const invoke = (name: string) =>
      name === 'written' ? Promise.resolve({ changes: ['x'] }) : new Promise((answer) => open.push(answer));
    const client = new Client<Reads>({ invoke });
    const before = client.recall('read', { n: 1 });
    await client.call('written', {});
    open[0]?.({ value: 1 });
    expect((await before).value).toBe(1);
    const after = client.recall('read', { n: 1 });
    open[1]?.({ value: 2 });
    expect((await after).value).toBe(2);
  });

  it('passes on that the core locked of its own accord', () => {
    const transport = fakeTransport({});
    const client = new Client(transport);
    const locked = vi.fn();
    const off = client.onLocked(locked);
    transport.lock();
    off();
    transport.lock();
    expect(locked).toHaveBeenCalledOnce();
  });
});

const errors: [ApiError, RegExp][] = [
  [{ code: 'locked' }, /locked.*kept.*Unlock/],
  [{ code: 'forbidden' }, /right to do this.*Nothing was changed.*ask/i],
  [{ code: 'not_in_role', role: 'auditor' }, /Your role, Auditor,.*Nothing was changed.*log/],
  [{ code: 'own_passphrase_first' }, /of your own first.*Nothing was changed.*sign in/],
  [{ code: 'not_found' }, /no longer there.*Nothing was changed.*list/],
  [{ code: 'invalid', issues: [] }, /checking.*Nothing was saved yet.*kept/],
  [
    { code: 'conflict', noun: 'surgery', entry: '1', version: 2, draft: '2' },
    /changed meanwhile.*kept.*Look/,
  ],
  [{ code: 'retracted' }, /entered in error.*kept as a draft.*new entry/],
  [{ code: 'newer_schema' }, /newer version.*left as it was.*Update/],
  [{ code: 'unavailable' }, /cannot be reached.*kept.*Try again/],
  [{ code: 'disk_full' }, /disk is full.*still on the screen.*space/i],
  [{ code: 'letter_too_long', most: 2000 }, /more than 2,?000 pages.*nothing was changed.*shorten/i],
  [{ code: 'internal', reference: 'k3f9' }, /inside Lamina.*kept.*k3f9/],
];
const vault: [VaultProblem, RegExp][] = [
  [{ problem: 'wrong_passphrase' }, /does not open.*as it was.*Check/],
  [{ problem: 'name_missing' }, /name under which you sign in/],
  [{ problem: 'name_taken' }, /has this name, or had it.*Choose another/],
  [{ problem: 'too_many_people' }, /No more people.*Take away/],
  [{ problem: 'code_again' }, /Choose a passphrase of your own/],
  [{ problem: 'not_on_record' }, /before you were let in.*as it was.*Ask/],
  [{ problem: 'wait', seconds: 1 }, /wrong passphrases.*as it was.*in 1 second\b/],
  [{ problem: 'wait', seconds: 30 }, /in 30 seconds/],
  [{ problem: 'in_use' }, /another copy.*Nothing was changed.*Close/],
  [{ problem: 'second_name' }, /second name.*left as it was.*Copy/],
  [{ problem: 'damaged' }, /damaged.*left as (they|it) (were|was).*backup/],
  [{ problem: 'foreign' }, /not a vault.*left as it was.*Move/],
  [{ problem: 'key_file_missing' }, /key file.*left as it was.*Put/],
  [{ problem: 'already_exists' }, /already.*left as it was.*Open/],
  [{ problem: 'read_only' }, /cannot be written.*Nothing was made.*Allow/],
  [
    { problem: 'too_weak', characters: 4, words: 1, repetitive: false },
    /4 more characters, or 1 more different word\b/,
  ],
  [{ problem: 'too_weak', characters: 0, words: 0, repetitive: true }, /different characters/],
  [{ problem: 'too_weak', characters: 1, words: 5, repetitive: true }, /1 more character\b.*different/],
];

describe('words for what was refused', () => {
  it.each(errors)('say what happened, what was kept and what to do: %j', (error, words) => {
    expect(errorWords(error)).toMatch(words);
  });

  it.each(vault)('say it of the vault: %j', (problem, words) => {
    expect(vaultWords(problem)).toMatch(words);
    expect(errorWords({ code: 'vault', problem })).toBe(vaultWords(problem));
  });

  it.each([
    new Error('Anna Kowalska'),
    'text',
    null,
    { code: 'toString' },
    { code: 'vault' },
    { code: 'invalid' },
    { code: 'not_in_role' },
  ])('are the same for what is not known, and repeat nothing of it: %j', (thrown) => {
    expect(toApiError(thrown)).toEqual({ code: 'internal', reference: '–' });
    expect(errorWords(thrown)).not.toContain('Kowalska');
  });

  it('find what a field or a passphrase needs', () => {
    const issues = [{ path: 'family', problem: { code: 'required' as const } }];
    expect(issuesOf(new CallError({ code: 'invalid', issues }))).toEqual(issues);
    expect(issuesOf({ code: 'locked' })).toEqual([]);
    expect(vaultProblemOf({ code: 'vault', problem: { problem: 'in_use' } })).toEqual({ problem: 'in_use' });
    expect(vaultProblemOf({ code: 'locked' })).toBeNull();
  });
});
