/** What the core objected to in a form, by field, until the field's text changes. */
import type { FactInput, Issue } from '../../../ipc/generated';
import { problemWords } from '../../../ipc/problems';

/** The value at `path` of `input`. A score's path starts inside its measure, as in the core's fact. */
export function valueAt(input: unknown, path: string): unknown {
  const follow = (from: unknown, steps: string[]): unknown =>
    steps.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      from,
    );
  const steps = path.split('.');
  return follow(input, steps) ?? follow(input, ['measure', ...steps]);
}

export class FieldIssues {
  #byPath: Record<string, { words: string; typed: string }> = $state({});
  /** Fields that ask for their message: what no field asked for is told above the form. */
  readonly #asked: string[] = [];

  /** The message of the field at `path`. */
  message(path: string): string | null {
    if (!this.#asked.includes(path)) this.#asked.push(path);
    return this.#byPath[path]?.words ?? null;
  }

  get count(): number {
    return Object.keys(this.#byPath).length;
  }

  /** Messages that no field shows. */
  get unclaimed(): string[] {
    return Object.entries(this.#byPath)
      .filter(([path]) => !this.#asked.includes(path))
      .map(([, { words }]) => words);
  }

  /** Takes over what the core objected to in `input`; the first objection to a field is the one shown. */
  set(issues: Issue[], input: FactInput): void {
    const found: Record<string, { words: string; typed: string }> = {};
    for (const { path, problem } of issues) {
      found[path] ??= { words: problemWords(problem), typed: JSON.stringify(valueAt(input, path) ?? null) };
    }
    this.#byPath = found;
  }

  /** A message of the form's own at `path`. */
  say(path: string, words: string): void {
    this.#byPath = { ...this.#byPath, [path]: { words, typed: '' } };
  }

  drop(path: string): void {
    if (path in this.#byPath) {
      this.#byPath = Object.fromEntries(Object.entries(this.#byPath).filter(([known]) => known !== path));
    }
  }

  /** Drops the messages of fields whose text differs from what the core saw. */
  mend(input: FactInput): void {
    for (const [path, { typed }] of Object.entries(this.#byPath)) {
      if (typed !== '' && typed !== JSON.stringify(valueAt(input, path) ?? null)) this.drop(path);
    }
  }

  clear(): void {
    this.#byPath = {};
  }
}
