import { describe, expect, it, vi } from 'vitest';
import { Client } from './client';
import { about, inRecord, Loader, ofAny } from './loader.svelte';

/** A core that answers when the test says so, in any order. */
function core() {
  const open: { question: string; answer: (text: string) => void; refuse: (why: unknown) => void }[] = [];
  const send = vi.fn(
    (question: string) => new Promise<string>((answer, refuse) => open.push({ question, answer, refuse })),
  );
  return { open, send };
}
/** Lets everything go on that waits for an answer given above. */
const settled = () => new Promise<void>((done) => setTimeout(done));

describe('a loader', () => {
  it('never shows an older answer over a newer one, whichever comes last', async () => {
    const { open, send } = core();
    const told: string[] = [];
    const loader = new Loader(send, { onanswer: (answer) => told.push(answer) });
    for (const typed of ['s', 'sa', 'sam']) void loader.ask(typed);
    // As one types every question is on its way at once, and the answers come in the wrong order.
    expect(send).toHaveBeenCalledTimes(3);
    open[2]?.answer('to sam');
    await settled();
    expect(loader.answer).toBe('to sam');
    open[0]?.answer('to s');
    open[1]?.refuse('no');
    await settled();
    expect(loader.answer).toBe('to sam');
    expect(loader.trouble).toBeNull();
    expect(told).toEqual(['to sam']);
  });

  it('keeps the last good answer while it waits and beside a refusal, and forgets the refusal with the next answer', async () => {
    const { open, send } = core();
    const loader = new Loader(send);
    void loader.ask('a');
    open[0]?.answer('to a');
    await settled();
    void loader.ask('b');
    expect(loader.answer).toBe('to a');
    open[1]?.refuse({ code: 'locked' });
    await settled();
    expect(loader.answer).toBe('to a');
    expect(loader.trouble).toMatch(/locked/i);
    void loader.again();
    expect(open[2]?.question).toBe('b');
    open[2]?.answer('to b');
    await settled();
    expect([loader.answer, loader.trouble]).toEqual(['to b', null]);
  });

  it('forgets the last answer with a refusal where an old one would mislead', async () => {
    const { open, send } = core();
    const loader = new Loader(send, { forgets: true });
    void loader.ask('a');
    open[0]?.answer('to a');
    await settled();
    void loader.ask('b');
    open[1]?.refuse({ code: 'unavailable' });
    await settled();
    expect(loader.answer).toBeNull();
    expect(loader.trouble).not.toBeNull();
  });

  it('has one drawing under way and goes on with the last question', async () => {
    const { open, send } = core();
    const loader = new Loader(send, { oneAtATime: true });
    for (const question of ['a', 'b', 'c']) void loader.ask(question);
    expect(send).toHaveBeenCalledTimes(1);
    open[0]?.answer('to a');
    await settled();
    expect(loader.answer).toBeNull();
    expect(open[1]?.question).toBe('c');
    open[1]?.answer('to c');
    await settled();
    expect(loader.answer).toBe('to c');
    expect(send).toHaveBeenCalledTimes(2);
  });

  it.each([true, false])(
    'cancels, forgets and takes what a write answered (one at a time: %s)',
    async (oneAtATime) => {
      const { open, send } = core();
      const loader = new Loader(send, { oneAtATime });
      void loader.ask('a');
      loader.cancel();
      open[0]?.answer('to a');
      await settled();
      expect(loader.answer).toBeNull();
      void loader.ask('b');
      loader.take('written');
      open[1]?.answer('to b');
      await settled();
      expect(loader.answer).toBe('written');
      loader.forget();
      expect(loader.answer).toBeNull();
      await loader.again();
      expect(send).toHaveBeenCalledTimes(2);
    },
  );

  it('asks again with every change that concerns it, until it is left', async () => {
    const { open, send } = core();
    const client = new Client({ invoke: async (_name, changes) => ({ changes }) });
    const change = (...changes: string[]) => client.call('stay_awake', changes as never);
    const loader = new Loader(send);
    const leave = loader.follow('a', client, inRecord('p1'));
    await change('patient/p2', 'settings');
    expect(send).toHaveBeenCalledTimes(1);
    await change('patient/p1');
    expect(send).toHaveBeenCalledTimes(2);
    // The answer from before the change comes after it.
    open[1]?.answer('after');
    await settled();
    open[0]?.answer('before');
    await settled();
    expect(loader.answer).toBe('after');
    leave();
    await change('patient/p1');
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('asks once where an effect runs again with the same question, and anew where it is another', async () => {
    const { open, send } = core();
    const client = new Client({ invoke: async () => ({}) });
    const loader = new Loader(send);
    loader.follow('a', client)();
    const leave = loader.follow('a', client);
    expect(send).toHaveBeenCalledTimes(1);
    await settled();
    open[0]?.answer('told');
    await settled();
    expect(loader.answer).toBe('told');
    leave();
    const other = loader.follow('b', client);
    expect(send).toHaveBeenCalledTimes(2);
    other();
    await settled();
    // Nobody follows any more: what comes now does not count, and the next one asks.
    open[1]?.answer('too late');
    await settled();
    expect(loader.answer).toBe('told');
    loader.follow('b', client);
    expect(send).toHaveBeenCalledTimes(3);
    // Where no change is followed, whoever runs again asks again.
    const alone = new Loader(send);
    alone.follow('c')();
    alone.follow('c');
    expect(send).toHaveBeenCalledTimes(5);
  });

  it('tells what a change concerns', () => {
    const changes = [['patient/p1'], ['settings'], ['rules'], ['staff'], ['patient/p2']];
    expect(changes.map(about('p1'))).toEqual([true, true, true, true, false]);
    expect([['rules'], ['patients']].map(ofAny('patients'))).toEqual([false, true]);
  });
});
