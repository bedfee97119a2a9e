/**
 * Rows that were taken away from a group and can come back: the last one first, each at its place and with all that was
 * typed in it. Until something else is typed in the group, the keys of undo mean the row.
 */
import { asksFor } from '../../keys';

interface Removed<Row> {
  row: Row;
  /** Its place among the rows, from 0. */
  at: number;
  /** What it was called there. */
  name: string;
  /** The group keeps that many rows: an empty one stands in its place. */
  emptied: boolean;
}

export class RemovedRows<Row> {
  #gone: Removed<Row>[] = $state.raw([]);
  #keysAreMine = false;

  /** The one that would come back next. */
  get last(): Removed<Row> | undefined {
    return this.#gone.at(-1);
  }

  put(removed: Removed<Row>): void {
    this.#gone = [...this.#gone, removed];
    this.#keysAreMine = true;
  }

  /** Lets the last one go, which the group then has again. */
  take(): Removed<Row> | undefined {
    const last = this.last;
    this.#gone = this.#gone.slice(0, -1);
    return last;
  }

  /** The group holds other rows now. */
  forget(): void {
    this.#gone = [];
  }

  /** Something was typed: the keys of undo mean that text. */
  typed(): void {
    this.#keysAreMine = false;
  }

  /** Whether `event` asks for the last one. */
  isAskedBy(event: KeyboardEvent): boolean {
    return (
      this.#keysAreMine && this.last !== undefined && !event.defaultPrevented && asksFor(event) === 'undo'
    );
  }

  /** `rows` with `removed` in them again. */
  static back<Row>(rows: Row[], { row, at, emptied }: Removed<Row>): Row[] {
    return emptied && at < rows.length ? rows.with(at, row) : rows.toSpliced(at, 0, row);
  }
}
