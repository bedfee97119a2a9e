/**
 * The rows of a list, of a long one only those that are seen and some around them. What is not drawn leaves a gap of its
 * height, so that the scroll bar is that of the whole list. The row that Tab reaches is always drawn: focus is never lost by
 * scrolling away from it. Heights are measured as rows are drawn and estimated before.
 *
 * Each drawn row carries `data-index`, its place in the list, and holds the link that opens it.
 */
import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { scrollers } from './sight';

/** Lists up to this long are drawn whole. */
export const wholeUpTo = 80;
/** Height of a row before any was measured, in CSS pixels. */
const guess = 40;
/** So much is drawn above and below what is seen, in heights of the window. */
const around = 0.5;

/** So much is drawn before the first paint, in heights of the window: above a list stand the patient and the sections. */
const first = 0.65;

/** A row to be drawn, or the room of rows that are not. */
export type Drawn<Row> = { id: string; index: number; row: Row } | { id: string; gap: number };

interface Of<Row> {
  rows: () => readonly Row[];
  key: (row: Row) => string;
  /** Told when someone goes up from the first row. */
  onleavetop?: () => void;
}

export class LongList<Row> {
  readonly #of: Of<Row>;
  #box: HTMLElement | undefined;
  readonly #heights: Record<string, number> = {};
  /** Counts what was measured anew. */
  #measured = $state(0);
  /** What of the list is seen, from its top, in CSS pixels. */
  #seen = $state.raw({ from: 0, to: window.innerHeight * first });
  /** Print shows what the window does not. */
  #printing = $state(false);
  /** A row that is seen: it stays where it is when rows above it turn out higher or lower than they were taken for. */
  #held: { element: HTMLElement; top: number; rows: readonly Row[] } | null = null;
  #current = $state.raw<{ key: string | null; index: number }>({ key: null, index: 0 });

  constructor(of: Of<Row>) {
    this.#of = of;
  }

  /** Whether rows are left out where they are not seen. */
  readonly cut: boolean = $derived.by(() => !this.#printing && this.#of.rows().length > wholeUpTo);

  /** Place of the row that Tab reaches; it goes with its row when rows come and go. */
  readonly reachable: number = $derived.by(() => {
    const { key, index } = this.#current;
    const rows = this.#of.rows();
    const kept = rows[index];
    if (key === null || (kept !== undefined && this.#of.key(kept) === key))
      return Math.min(index, rows.length - 1);
    const at = rows.findIndex((row) => this.#of.key(row) === key);
    return at >= 0 ? at : Math.min(index, rows.length - 1);
  });

  /** Where each row begins, and at the end the height of all. */
  readonly #tops: Float64Array = $derived.by(() => {
    void this.#measured;
    const rows = this.#of.rows();
    const known = Object.values(this.#heights);
    const usual = known.length > 0 ? known.reduce((sum, height) => sum + height, 0) / known.length : guess;
    const tops = new Float64Array(rows.length + 1);
    rows.forEach((row, index) => {
      tops[index + 1] = (tops[index] ?? 0) + (this.#heights[this.#of.key(row)] ?? usual);
    });
    return tops;
  });

  /** What is drawn, in order. */
  readonly drawn: Drawn<Row>[] = $derived.by(() => {
    const rows = this.#of.rows();
    const one = (row: Row, index: number): Drawn<Row> => ({ id: `row ${this.#of.key(row)}`, index, row });
    if (!this.cut) return rows.map(one);
    const { from, to } = this.#seen;
    const [first, last] = [this.#at(from), this.#at(to)];
    const wanted: number[] = [];
    if (this.reachable < first) wanted.push(this.reachable);
    for (let index = first; index <= last; index += 1) wanted.push(index);
    if (this.reachable > last) wanted.push(this.reachable);
    const drawn: Drawn<Row>[] = [];
    let next = 0;
    const gap = (until: number) => {
      const height = (this.#tops[until] ?? 0) - (this.#tops[next] ?? 0);
      if (until > next) drawn.push({ id: `gap ${String(drawn.length)}`, gap: height });
    };
    for (const index of wanted) {
      const row = rows[index];
      if (row === undefined) continue;
      gap(index);
      drawn.push(one(row, index));
      next = index + 1;
    }
    gap(rows.length);
    return drawn;
  });

  /** The row that lies `down` pixels under the top of the list. */
  #at(down: number): number {
    const tops = this.#tops;
    let [low, high] = [0, Math.max(0, tops.length - 2)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tops[middle] ?? 0) <= down) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #rowElements(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
  }
  #link(index: number): HTMLElement | null {
    const row = this.#box?.querySelector(`[data-index="${String(index)}"]`);
    return row?.querySelector<HTMLElement>('[data-row], a[href]') ?? null;
  }

  /** Puts the focus on the row at `index`; nothing happens when there is none, or when it opens nothing. */
  focusRow(index: number): void {
    const row = this.#of.rows()[index];
    if (row === undefined) return;
    this.#current = { key: this.#of.key(row), index };
    // A row that was not drawn is drawn now.
    flushSync();
    const link = this.#link(index);
    link?.focus();
    // All of the row, which may be higher than its link.
    link?.closest('[data-index]')?.scrollIntoView({ block: 'nearest' });
    this.#look();
  }

  /** Height of what is seen of the list at once. */
  #page(): number {
    const scroller = this.#box ? scrollers(this.#box)[0] : undefined;
    return scroller?.clientHeight ?? window.innerHeight;
  }

  #onkeydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target;
    if (!(target instanceof Element) || !target.matches('[data-row], a[href]')) return;
    const at = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    if (at < 0) return;
    const last = this.#of.rows().length - 1;
    const top = this.#tops[at] ?? 0;
    const page = this.#page() * 0.9;
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
      PageDown: Math.min(last, Math.max(at + 1, this.#at(top + page))),
      PageUp: Math.max(0, Math.min(at - 1, this.#at(top - page))),
    };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) this.#of.onleavetop?.();
    else this.focusRow(next);
  };

  /** Whatever in a row has the focus makes it the one that Tab reaches. */
  #onfocusin = (event: FocusEvent) => {
    if (!(event.target instanceof Element)) return;
    const index = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    const row = this.#of.rows()[index];
    if (row !== undefined) this.#current = { key: this.#of.key(row), index };
  };

  #look = () => {
    if (!this.#box || !this.cut) return;
    const { top } = this.#box.getBoundingClientRect();
    const more = window.innerHeight * around;
    const [from, to] = [-top - more, window.innerHeight - top + more];
    // A step that draws nothing else is no step.
    const { from: was, to: until } = this.#seen;
    if (Math.abs(was - from) < more / 2 && Math.abs(until - to) < more / 2) return;
    this.#hold();
    this.#seen = { from, to };
  };

  #hold() {
    const element = this.#rowElements().find((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    this.#held = element
      ? { element, top: element.getBoundingClientRect().top, rows: this.#of.rows() }
      : null;
  }
  /** Scrolls by as much as what is drawn has moved the row that is held. */
  #stay() {
    const held = this.#held;
    this.#held = null;
    if (!held || !this.#box || !held.element.isConnected || held.rows !== this.#of.rows()) return;
    const moved = held.element.getBoundingClientRect().top - held.top;
    const scroller = scrollers(this.#box)[0];
    if (scroller && Math.abs(moved) >= 1) scroller.scrollTop += moved;
  }

  #measure() {
    if (!this.cut) return;
    let changed = false;
    for (const element of this.#rowElements()) {
      const row = this.#of.rows()[Number(element.dataset['index'])];
      const { height } = element.getBoundingClientRect();
      if (row === undefined || height === 0) continue;
      const key = this.#of.key(row);
      if (Math.abs((this.#heights[key] ?? 0) - height) < 0.5) continue;
      this.#heights[key] = height;
      changed = true;
    }
    if (!changed) return;
    this.#hold();
    this.#measured += 1;
  }

  /** Watches over what holds the rows. */
  readonly watch: Attachment<HTMLElement> = (box) => {
    this.#box = box;
    const toPrint = () => flushSync(() => (this.#printing = true));
    const printed = () => (this.#printing = false);
    box.addEventListener('keydown', this.#onkeydown);
    box.addEventListener('focusin', this.#onfocusin);
    document.addEventListener('scroll', this.#look, true);
    window.addEventListener('resize', this.#look);
    window.addEventListener('beforeprint', toPrint);
    window.addEventListener('afterprint', printed);

    // What is seen is painted first; what lies around it, and how high each row is, has time until then.
    let painted = false;
    let waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => {
        painted = true;
        this.#look();
        this.#measure();
      });
    });

    $effect(() => {
      void this.drawn;
      if (!this.cut || !painted) return;
      this.#stay();
      this.#look();
      this.#measure();
    });
    return () => {
      cancelAnimationFrame(waiting);
      this.#box = undefined;
      box.removeEventListener('keydown', this.#onkeydown);
      box.removeEventListener('focusin', this.#onfocusin);
      document.removeEventListener('scroll', this.#look, true);
      window.removeEventListener('resize', this.#look);
      window.removeEventListener('beforeprint', toPrint);
      window.removeEventListener('afterprint', printed);
    };
  };
}
