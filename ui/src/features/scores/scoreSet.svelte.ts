/**
 * A set of scores that is typed together and saved as one change: all of them or none. Each has its own entry, its own draft
 * and its own request, so that none is saved twice; their drafts bear the same sitting.
 */
import { DraftKeeper } from '../../ipc/drafts.svelte';
import { newId } from '../../ids';
import type { Client } from '../../ipc/client';
import { toApiError } from '../../ipc/errors';
import {
  siteValues,
  type DraftView,
  type LastAsked,
  type PainKind,
  type Side,
  type Site,
  type ToldBy,
} from '../../ipc/generated';
import { without } from '../../ipc/values';
import { FieldIssues } from '../entries/form/issues.svelte';
import { blankNumber, type ScoreFact, type SetMeasure } from './instrument';

/** Pain of the spine and of the limb it goes to is asked together. */
const regions: readonly Site[][] = [
  ['back', 'leg'],
  ['neck', 'arm'],
];
export const sites = without(siteValues, 'not_split');

/** One score of the set; nothing typed means that it was not taken. */
export class ScoreRow {
  /** The version that was filled in and not typed. */
  filledIn = '';
  measure: SetMeasure = $state(blankNumber());
  readonly id = newId();
  readonly issues = new FieldIssues();
  keeper: DraftKeeper;
  /** What was last handed to the keeper. */
  known = '';
  #sent: { request: string; text: string } | null = null;

  constructor(measure: SetMeasure, keeper: DraftKeeper) {
    this.measure = measure;
    this.keeper = keeper;
  }

  get filled(): boolean {
    const { measure } = this;
    if (measure.value.trim() !== '') return true;
    if (measure.measure === 'odi') return measure.version.trim() !== this.filledIn;
    return measure.measure === 'number' && (measure.name.trim() !== '' || measure.unit.trim() !== '');
  }

  /** The same id for the same content, a new one for changed content. */
  requestFor(text: string): string {
    if (this.#sent?.text !== text) this.#sent = { request: newId(), text };
    return this.#sent.request;
  }
}

/** Fields that every score of the set shares: an issue with one of them stops the whole set. */
const shared = ['when', 'told_by', 'note'];

export class ScoreSet {
  when = $state('');
  toldBy: ToldBy = $state('patient');
  note = $state('');
  /** What every rating of the set asks for. */
  kind: PainKind | null = $state(null);
  period = $state('');
  rows: ScoreRow[] = $state([]);
  /** The places that the last scores rated, each with the limb or the spine it belongs to; none where there were no ratings. */
  asked: Site[] = $state.raw([]);
  readonly issues = new FieldIssues();
  readonly #client: Client;
  readonly #patient: string;
  readonly #sitting: string;

  constructor(client: Client, patient: string, drafts: DraftView[]) {
    this.#client = client;
    this.#patient = patient;
    this.#sitting = drafts[0]?.sitting ?? newId();
    const given = drafts.flatMap(({ draft, input }) => {
      if (input.noun !== 'score' || input.measure.measure === 'instrument') return [];
      return [{ draft, input: { ...input, measure: input.measure } }];
    });
    const first = given[0]?.input;
    if (first) {
      this.when = first.when;
      this.toldBy = first.told_by;
      this.note = first.note;
    }
    const rated = given.map(({ input }) => input.measure).find((measure) => measure.measure === 'nrs');
    if (rated?.measure === 'nrs') [this.kind, this.period] = [rated.kind, rated.period];
    const left = [...given];
    const take = (fits: (measure: SetMeasure) => boolean, blank: SetMeasure): ScoreRow => {
      const at = left.findIndex(({ input }) => fits(input.measure));
      const [found] = at >= 0 ? left.splice(at, 1) : [];
      return new ScoreRow(found ? { ...found.input.measure } : blank, this.#keeper(found?.draft));
    };
    this.rows = [
      ...sites.map((site) => take((one) => one.measure === 'nrs' && one.site === site, this.#rating(site))),
      take((one) => one.measure === 'odi', { measure: 'odi', value: '', version: '' }),
    ];
    // What is left over is free measures, or ratings that have no field of their own here.
    const rest = left.map(({ draft, input }) => new ScoreRow({ ...input.measure }, this.#keeper(draft)));
    this.rows.push(...rest);
    if (!rest.some((row) => row.measure.measure === 'number')) this.rows.push(this.#blank());
    for (const row of this.rows) row.known = this.#state(row);
  }

  /**
   * Fills in what the last scores asked for, so that the next ones stay comparable: kind and period, sides, the version of
   * the ODI. Nothing that was typed or kept as a draft is changed.
   */
  fillIn(last: LastAsked): void {
    const untouched = this.rows.every((row) => !row.filled && !row.keeper.replaced);
    if (!untouched || this.kind !== null || this.period !== '') return;
    this.kind = last.kind;
    this.period = last.period;
    this.asked = regions
      .filter((region) => last.sides.some(({ site }) => region.some((one) => one === site)))
      .flat();
    const version = last.editions.find(({ instrument }) => instrument === 'odi')?.edition ?? '';
    const rows: ScoreRow[] = [];
    for (const row of this.rows) {
      rows.push(row);
      if (row.measure.measure === 'odi') row.measure.version = row.filledIn = version;
      if (row.measure.measure !== 'nrs') continue;
      const { site } = row.measure;
      const [first, ...more] = last.sides.filter((one) => one.site === site);
      row.measure.side = first?.side ?? null;
      for (const { side } of more) rows.push(new ScoreRow(this.#rating(site, side), this.#keeper()));
    }
    this.rows = rows;
    for (const row of this.rows) row.known = this.#state(row);
  }

  input(row: ScoreRow): ScoreFact {
    const measure = $state.snapshot(row.measure) as SetMeasure;
    if (measure.measure === 'nrs') {
      measure.kind = this.kind;
      measure.period = this.kind === 'now' ? '' : this.period;
    }
    return {
      noun: 'score',
      when: this.when,
      measure,
      told_by: this.toldBy,
      note: this.note,
    };
  }

  get open(): ScoreRow[] {
    return this.rows.filter((row) => row.filled);
  }
  get failed(): boolean {
    return this.rows.some((row) => row.keeper.state === 'failed');
  }
  get keptAt(): number | null {
    const times = this.rows.map((row) => row.keeper.keptAt ?? 0);
    const last = Math.max(0, ...times);
    return last > 0 ? last : null;
  }

  /** Adds a rating of the other side of a limb, below the one that is there. */
  addSide(row: ScoreRow): void {
    if (row.measure.measure !== 'nrs') return;
    const { site, side } = row.measure;
    const other = side === 'left' ? 'right' : side === 'right' ? 'left' : null;
    const added = new ScoreRow(this.#rating(site, other), this.#keeper());
    added.known = this.#state(added);
    this.rows.splice(this.rows.indexOf(row) + 1, 0, added);
  }

  /** Adds a free measure and gives its row. */
  add(): ScoreRow {
    const row = this.#blank();
    row.known = this.#state(row);
    this.rows.push(row);
    return row;
  }

  /** Keeps what changed as drafts. Read inside an effect it follows every field. */
  follow(): (() => void)[] {
    return this.rows.map((row) => {
      const input = this.input(row);
      const worthy = this.#worthy(row);
      const now = this.#state(row);
      return () => this.#track(row, input, worthy, now);
    });
  }

  async flush(): Promise<void> {
    await Promise.all(this.rows.map((row) => row.keeper.flush()));
  }

  /**
   * Saves every filled score as one change. Answers with the entries that were saved, none where one was refused: its row then
   * says why; `thrown` is what kept them all from being saved otherwise.
   */
  async save(): Promise<{ saved: string[]; thrown: unknown }> {
    this.issues.clear();
    for (const row of this.rows) row.issues.clear();
    const rows = this.open;
    const inputs = rows.map((row) => this.input(row));
    try {
      for (const row of rows) await row.keeper.hold();
      const entries = rows.map((row, place) => ({
        request: row.requestFor(JSON.stringify(inputs[place])),
        entry: row.id,
        patient: this.#patient,
        input: this.input(row),
        draft: row.keeper.replaced,
      }));
      await this.#client.call('record_entries', { patient: this.#patient, entries });
      for (const row of rows) row.keeper.close();
      return { saved: rows.map((row) => row.id), thrown: null };
    } catch (thrown) {
      for (const row of rows) row.keeper.release();
      const error = toApiError(thrown);
      if (error.code !== 'invalid') return { saved: [], thrown };
      rows.forEach((row, place) => {
        const input = inputs[place];
        if (!input) return;
        const own = error.issues.flatMap(({ path, problem }) => {
          const [at, ...rest] = path.split('.');
          return Number(at) === place ? [{ path: rest.join('.'), problem }] : [];
        });
        row.issues.set(
          own.filter((issue) => !shared.includes(issue.path)),
          input,
        );
        const common = own.filter((issue) => shared.includes(issue.path));
        if (common.length > 0) this.issues.set(common, input);
      });
      return { saved: [], thrown: null };
    }
  }

  /** A date or a note alone is kept too, with the first free measure. */
  #worthy(row: ScoreRow): boolean {
    if (row.filled) return true;
    const alone = this.rows.every((other) => !other.filled);
    const typed = this.when.trim() !== '' || this.note.trim() !== '';
    return alone && typed && row === this.rows.find((other) => other.measure.measure === 'number');
  }

  #state(row: ScoreRow): string {
    return JSON.stringify([this.#worthy(row), this.input(row)]);
  }

  #track(row: ScoreRow, input: ScoreFact, worthy: boolean, now: string): void {
    if (row.known === now) return;
    row.known = now;
    row.issues.mend(input);
    this.issues.mend(input);
    if (worthy) row.keeper.keep(input);
    else if (row.keeper.replaced) {
      // Taken back again: its draft goes too. Should that fail, the draft is offered later and can be discarded then.
      row.keeper.discard().catch(() => undefined);
      row.keeper = this.#keeper();
    }
  }

  #keeper(draft?: string): DraftKeeper {
    return new DraftKeeper(this.#client, {
      draft,
      patient: this.#patient,
      entry: null,
      baseVersion: null,
      sitting: this.#sitting,
    });
  }
  #rating(site: Site, side: Side | null = null): SetMeasure {
    return { measure: 'nrs', site, side, kind: null, period: '', value: '' };
  }
  #blank(): ScoreRow {
    return new ScoreRow(blankNumber(), this.#keeper());
  }
}
