import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, flushDrafts } from './drafts.svelte';
import { Client } from './client';
import type { FactInput, SaveDraft } from './generated';

const text = (note: string): FactInput => ({
  noun: 'score',
  when: '',
  measure: { measure: 'nrs', site: 'leg', side: null, kind: null, period: '', value: '' },
  told_by: 'patient',
  note,
});

function open(save: (request: SaveDraft) => Promise<unknown> = async () => ({})) {
  const notes: string[] = [];
  const gone: string[] = [];
  const client = new Client({
    invoke: async (name, request) => {
      if (name === 'discard_draft') {
        gone.push((request as { draft: string }).draft);
        return {};
      }
      const draft = request as SaveDraft;
      await save(draft);
      notes.push('note' in draft.input ? draft.input.note : '');
      return {};
    },
  });
  const keeper = new DraftKeeper(client, { patient: 'p1', entry: null, baseVersion: null });
  return { keeper, notes, gone, client };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a draft', () => {
  it('is kept 400 ms after the last change', async () => {
    const { keeper, notes } = open();
    keeper.keep(text('a'));
    await vi.advanceTimersByTimeAsync(300);
    keeper.keep(text('ab'));
    await vi.advanceTimersByTimeAsync(399);
    expect(notes).toEqual([]);
    expect(keeper.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(notes).toEqual(['ab']);
    expect(keeper.state).toBe('kept');
  });

  it('is kept within 1.5 s even while someone types on', async () => {
    const { keeper, notes } = open();
    for (let at = 0; at < 20; at += 1) {
      keeper.keep(text(String(at)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(notes).toEqual(['14']);
  });

  it('keeps the last text when one is typed while another is being kept', async () => {
    let finish: () => void = () => undefined;
    const { keeper, notes } = open(() => new Promise<void>((done) => (finish = done)));
    keeper.keep(text('a'));
    await vi.advanceTimersByTimeAsync(400);
    keeper.keep(text('ab'));
    const flushed = keeper.flush();
    finish();
    await vi.advanceTimersByTimeAsync(0);
    finish();
    await flushed;
    expect(notes).toEqual(['a', 'ab']);
    expect(keeper.state).toBe('kept');
  });

  it('says when it could not be kept, and tries the newest text again', async () => {
    let full = true;
    const { keeper, notes } = open(async () => {
      if (full) throw { code: 'disk_full' };
    });
    keeper.keep(text('a'));
    await keeper.flush();
    expect(keeper.state).toBe('failed');
    full = false;
    await flushDrafts();
    expect(notes).toEqual(['a']);
    expect(keeper.state).toBe('kept');
  });

  it('is taken away once, and nothing is kept after that', async () => {
    const { keeper, notes, gone } = open();
    keeper.keep(text('a'));
    await keeper.flush();
    await keeper.discard();
    keeper.keep(text('b'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(notes).toEqual(['a']);
    expect(gone).toEqual([keeper.draft]);
  });

  it('that was never kept asks nothing of the core', async () => {
    const { keeper, gone } = open();
    expect(keeper.replaced).toBeNull();
    await keeper.discard();
    expect(gone).toEqual([]);
  });

  it('waits while the text itself is being saved', async () => {
    const { keeper, notes } = open();
    keeper.keep(text('a'));
    await keeper.hold();
    keeper.keep(text('b'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(notes).toEqual(['a']);
    keeper.release();
    await vi.advanceTimersByTimeAsync(400);
    expect(notes).toEqual(['a', 'b']);
  });
});
