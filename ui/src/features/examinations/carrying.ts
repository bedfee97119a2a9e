/**
 * Which fields say again what was found last. A field is marked when it is taken over, and stays so until it is typed anew, or
 * somebody says that it was examined now: a copied finding is never told as one of today.
 */
import type { ExaminationInput } from '../../ipc/generated';
import { t } from '../../words';
import type { Last, LastFound } from './examining';

export interface Carrying {
  /** What was found last, by field. */
  last: LastFound;
  /** When the examination was that this field was carried forward from; null where it was not. */
  from: (field: string) => string | null;
  /** Marks a field as carried forward. */
  mark: (field: string, last: Last) => void;
  /** Takes the mark away: it was examined now, or typed anew. */
  unmark: (field: string) => void;
}

const kind = 'examination';

export function carrying(
  input: Pick<ExaminationInput, 'carried'>,
  last: LastFound,
  days: ReadonlyMap<string, string>,
): Carrying {
  const others = (field: string) => input.carried.filter((one) => one.field !== field);
  return {
    last,
    from: (field) => {
      const carried = input.carried.find((one) => one.field === field);
      if (!carried) return null;
      return days.get(carried.from.replace(`${kind} `, '')) ?? t('examinations-carried-earlier');
    },
    mark: (field, { entry }) => (input.carried = [...others(field), { field, from: `${kind} ${entry}` }]),
    unmark: (field) => {
      if (input.carried.some((one) => one.field === field)) input.carried = others(field);
    },
  };
}

/** Where nothing is carried forward: there is no earlier finding beside the fields. */
export const nothingCarried: Carrying = {
  last: {},
  from: () => null,
  mark: () => undefined,
  unmark: () => undefined,
};
