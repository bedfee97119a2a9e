/**
 * The one way to load what the core says. The newest question wins: an answer that was overtaken is dropped, whichever
 * comes last. The last good answer stays while a newer one is waited for, and beside a refusal unless it is to be forgotten.
 */
import { untrack } from 'svelte';
import type { Client } from './client';
import { errorWords } from './errors';

interface How<Question, Answer> {
  /** A refusal takes the last answer away, where an old one beside a change would mislead. */
  forgets?: boolean;
  /** One call is under way at a time, and the last question always gets its turn: for what costs, such as a drawing. */
  oneAtATime?: boolean;
  /** Told of every answer that counts. */
  onanswer?: (answer: Answer, question: Question) => void;
}

export class Loader<Question, Answer> {
  /** The answer to the newest question that has one. */
  answer: Answer | null = $state.raw(null);
  /** What the newest question was refused with; null otherwise. */
  problem: unknown = $state.raw(null);

  readonly #send: (question: Question) => Promise<Answer>;
  readonly #how: How<Question, Answer>;
  #last: { question: Question } | null = null;
  #waiting = false;
  #running: Promise<void> | null = null;
  /** What was followed until just now, by an effect that may be about to run again. */
  #left: { question: Question } | null = null;
  /** Counts the questions; only the answer to the newest counts. */
  #asked = 0;

  constructor(send: (question: Question) => Promise<Answer>, how: How<Question, Answer> = {}) {
    this.#send = send;
    this.#how = how;
  }

  /** Why there is no answer, in words. */
  get trouble(): string | null {
    return this.problem === null ? null : errorWords(this.problem);
  }

  /** Settles with this call, also where its answer does not count; it does not throw. */
  ask(question: Question): Promise<void> {
    this.#asked += 1;
    this.#last = { question };
    if (!this.#how.oneAtATime) return this.#run(question);
    if (this.#running) this.#waiting = true;
    else this.#running = this.#runAll();
    return this.#running;
  }

  /** Asks the last question once more, as after a refusal or a change. */
  again(): Promise<void> {
    return this.#last ? this.ask(this.#last.question) : Promise.resolve();
  }

  /** `answer` came another way, as with a write: what is under way is older. */
  take(answer: Answer): void {
    this.cancel();
    [this.answer, this.problem] = [answer, null];
  }

  /** No answer to what is under way counts any more. */
  cancel(): void {
    this.#asked += 1;
    this.#waiting = false;
  }

  /** Nothing is asked any more, and nothing is known. */
  forget(): void {
    this.cancel();
    this.#last = null;
    [this.answer, this.problem] = [null, null];
  }

  /**
   * Asks `question` now and again with every change that `concerns` it, until the answer is called: for an effect, which
   * then follows what the question names. An effect runs again when what it reads is made anew, also where that says the same
   * as before; where changes are followed, the same question is not asked twice for that.
   */
  follow(
    question: Question,
    client?: Client,
    concerns: (keys: string[]) => boolean = () => true,
  ): () => void {
    const goesOn = this.#left !== null && JSON.stringify(this.#left.question) === JSON.stringify(question);
    this.#left = null;
    if (!goesOn) void this.ask(question);
    const off = client?.onChanges((keys) => {
      if (concerns(keys)) void this.ask(question);
    });
    return () => {
      off?.();
      if (!client) {
        this.cancel();
        return;
      }
      const left = { question };
      this.#left = left;
      // An effect that runs again does so at once; one that is gone does not.
      queueMicrotask(() => {
        if (this.#left !== left) return;
        this.#left = null;
        this.cancel();
      });
    };
  }

  async #runAll(): Promise<void> {
    do {
      this.#waiting = false;
      if (this.#last) await this.#run(this.#last.question);
    } while (this.#waiting);
    this.#running = null;
  }

  async #run(question: Question): Promise<void> {
    const asked = this.#asked;
    try {
      const answer = await untrack(() => this.#send(question));
      if (asked !== this.#asked) return;
      [this.answer, this.problem] = [answer, null];
      this.#how.onanswer?.(answer, question);
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.problem = thrown;
      if (this.#how.forgets) this.answer = null;
    }
  }
}

/** Whether a change can change what stands in a patient's record. */
export function inRecord(patient: string): (keys: string[]) => boolean {
  return (keys) => keys.includes(`patient/${patient}`);
}

/** Whether a change can change what is said about a patient: the record, the clinic's settings, its rules, who makes a letter. */
export function about(patient: string): (keys: string[]) => boolean {
  return ofAny(`patient/${patient}`, 'settings', 'rules', 'staff');
}

/** Whether a change is one of `wanted`. */
export function ofAny(...wanted: string[]): (keys: string[]) => boolean {
  return (keys) => keys.some((key) => wanted.includes(key));
}
