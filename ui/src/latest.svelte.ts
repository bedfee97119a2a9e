/**
 * A question that is asked again and again with changing particulars, such as the width of a drawing. One call is under
 * way at a time, the last question always gets its answer, and an answer that was overtaken is dropped.
 */
export class Latest<Question, Answer> {
  /** The answer to the newest question that has one; kept while a newer one is waited for. */
  answer: Answer | null = $state.raw(null);
  /** Why the newest question has no answer; null otherwise. */
  problem: unknown = $state.raw(null);

  readonly #ask: (question: Question) => Promise<Answer>;
  #waiting: { question: Question } | null = null;
  #running = false;

  constructor(ask: (question: Question) => Promise<Answer>) {
    this.#ask = ask;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting) {
      const { question } = this.#waiting;
      this.#waiting = null;
      try {
        const answer = await this.#ask(question);
        if (this.#waiting === null) {
          this.answer = answer;
          this.problem = null;
        }
      } catch (thrown) {
        if (this.#waiting === null) this.problem = thrown;
      }
    }
    this.#running = false;
  }
}
