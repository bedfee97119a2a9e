import { describe, expect, it, vi } from 'vitest';
import { Client } from './client';
import { CallError, errorWords, issueOf, toApiError } from './errors';

interface Table {
  ping: { request: { n: number }; response: { value: number; changes: string[] } };
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

  it.each([
    [{ code: 'internal', reference: 'k3f9' }, 'k3f9'],
    [{ code: 'newer_schema' }, 'newer version'],
    [{ code: 'conflict', mine: 1, theirs: 2 }, 'Both texts are kept'],
    [{ code: 'invalid', issues: [] }, 'Nothing was saved yet'],
    [new Error('Anna Kowalska'), 'inside Lamina'],
    ['text', 'inside Lamina'],
  ])('has words for %j', (thrown, words) => {
    expect(errorWords(thrown)).toContain(words);
    expect(errorWords(thrown)).not.toContain('Kowalska');
  });

  it('finds the issue of a field', () => {
    const thrown = new CallError({ code: 'invalid', issues: [{ field: 'name', code: 'missing' }] });
    expect(issueOf(thrown, 'name')).toBe('missing');
    expect(issueOf(thrown, 'born')).toBeUndefined();
  });
});
