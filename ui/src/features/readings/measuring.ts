/** Values while they are typed: a kind and its unit are offered, and what has no number was not measured. */
import type { MeasuredInput, ReadingKind, ReadingWhat } from '../../ipc/generated';

/** An empty value of `what`. A unit is offered only where no other can be meant by the same number. */
export function valueOf(what: ReadingWhat | null): MeasuredInput {
  return { what, name: '', value: '', unit: what === 'temperature' ? '°C' : '', reference: '', flag: null };
}

/** The kinds that are offered at once; every other one is a choice away. */
export const usual = [
  'temperature',
  'crp',
  'esr',
  'white_cells',
  'egfr',
  'weight',
] as const satisfies readonly ReadingWhat[];

/** What is measured in hand when red flags are asked about. */
export const inHand = [
  'temperature',
  'residual_urine',
  'breaths',
  'crp',
  'esr',
] as const satisfies readonly ReadingWhat[];

export function kindOf(kinds: ReadingKind[], what: ReadingWhat | null): ReadingKind | undefined {
  return kinds.find((kind) => kind.what === what);
}

/** The value as it is sent: what has one unit alone has that unit. */
export function withUnit(kinds: ReadingKind[], one: MeasuredInput): MeasuredInput {
  const [only, ...others] = kindOf(kinds, one.what)?.units ?? [];
  return only !== undefined && others.length === 0 ? { ...one, unit: only } : one;
}

/** `found` put into `values`: into the empty line of its kind where there is one, else into a line of its own. */
export function putInto(values: MeasuredInput[], found: MeasuredInput[]): MeasuredInput[] {
  const put = [...values];
  for (const one of found) {
    const at = put.findIndex(
      ({ what, value, name, reference }) =>
        what === one.what && value === '' && name === '' && reference === '',
    );
    if (at === -1) put.push(one);
    else put[at] = one;
  }
  return put;
}
