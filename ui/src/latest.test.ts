import { expect, it, vi } from 'vitest';
import { Latest } from './latest.svelte';

function asker() {
  const open: { question: string; answer: (text: string) => void; refuse: (why: unknown) => void }[] = [];
  const ask = vi.fn(
    (question: string) => new Promise<string>((answer, refuse) => open.push({ question, answer, refuse })),
  );
  return { latest: new Latest(ask), open, ask };
}

it('has one call under way and goes on with the last question, dropping the overtaken answer', async () => {
  const { latest, open, ask } = asker();
  for (const question of ['a', 'b', 'c']) latest.ask(question);
  expect(ask).toHaveBeenCalledTimes(1);
  open[0]?.answer('to a');
  await vi.waitFor(() => expect(open).toHaveLength(2));
  expect(latest.answer).toBeNull();
  expect(open[1]?.question).toBe('c');
  open[1]?.answer('to c');
  await vi.waitFor(() => expect(latest.answer).toBe('to c'));
  expect(ask).toHaveBeenCalledTimes(2);
});

it('keeps the last answer beside a problem, and forgets the problem with the next answer', async () => {
  const { latest, open } = asker();
  latest.ask('a');
  open[0]?.answer('to a');
  await vi.waitFor(() => expect(latest.answer).toBe('to a'));
  latest.ask('b');
  open[1]?.refuse('no');
  await vi.waitFor(() => expect(latest.problem).toBe('no'));
  expect(latest.answer).toBe('to a');
  latest.ask('c');
  open[2]?.answer('to c');
  await vi.waitFor(() => expect(latest.problem).toBeNull());
  expect(latest.answer).toBe('to c');
});
