/**
 * Parts and orders of the lists of values that come with the types: what a form offers is said by what differs from the
 * whole list, so that a value that is added to a type is offered by every form of it.
 */

/** `values` in their order, but for those in `out`. */
export function without<Value extends string, Out extends Value>(
  values: readonly Value[],
  ...out: Out[]
): Exclude<Value, Out>[] {
  return values.filter((value): value is Exclude<Value, Out> => !out.some((one) => one === value));
}

/** `values` with those in `first` before all others. */
export function startingWith<Value extends string>(values: readonly Value[], ...first: Value[]): Value[] {
  return [...first, ...values.filter((value) => !first.includes(value))];
}
