/**
 * What the fields inside a disclosure say to it: whether they hold something, and whether they were refused. A form then
 * counts none of its own fields, and none that was refused stays out of sight.
 */
import { getContext, onMount, setContext } from 'svelte';

export interface FieldState {
  /** It holds more than stands there while nobody said anything; of a field of several answers, how many do. */
  filled: boolean | number;
  /** It has a message: what it holds was not taken. */
  refused: boolean;
}

const key = Symbol('disclosed');

export class DisclosedFields {
  #fields: (() => FieldState)[] = $state.raw([]);
  /** Whether they are in sight; a field that measures itself has to do so anew. */
  shown = $state(false);

  /** How many hold something. */
  get filled(): number {
    return this.#fields.reduce((sum, field) => sum + Number(field().filled), 0);
  }

  /** Whether any of them was refused. */
  get refused(): boolean {
    return this.#fields.some((field) => field().refused);
  }

  /** Counts `field` in until the returned function is called. */
  join(field: () => FieldState): () => void {
    this.#fields = [...this.#fields, field];
    return () => {
      this.#fields = this.#fields.filter((other) => other !== field);
    };
  }
}

/** For a disclosure: the fields inside it, which find it by this while it is being made. */
export function discloseFields(): DisclosedFields {
  return setContext(key, new DisclosedFields());
}

/** For a field: the disclosure that it stands in, where it stands in one. */
export function disclosure(): DisclosedFields | undefined {
  return getContext<DisclosedFields | undefined>(key);
}

/** For a field, while it is being made: says how it stands to the disclosure that it stands in. */
export function tellDisclosure(field: () => FieldState): void {
  const around = disclosure();
  if (around) onMount(() => around.join(field));
}
