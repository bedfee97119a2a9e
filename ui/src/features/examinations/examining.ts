/** An examination while it is typed: what is left empty was not examined, and nothing is carried over by itself. */
import type { Client } from '../../ipc/client';
import {
  presenceValues,
  senseValues,
  type Briskness,
  type Dermatome,
  type ExaminationInput,
  type KeyMuscle,
  type LimbSide,
  type PowerInput,
  type Presence,
  type Reflex,
  type ReflexOf,
  type Sensation,
  type Sign,
  type TensionInput,
  type TensionTest,
  type TractSign,
} from '../../ipc/generated';
import { startingWith } from '../../ipc/values';

/** The senses and findings in the order in which they are offered: what is usual first. */
export const senses = startingWith(senseValues, 'normal', 'altered');
export const presences = startingWith(presenceValues, 'absent');

/** Whether a root is one of the arm. */
export const ofArm = (root: string) => root.startsWith('c') || root.startsWith('t');

/** What was typed for one muscle of a side; nothing where it was not examined. */
export function powerOf(power: PowerInput[], muscle: KeyMuscle, side: LimbSide): PowerInput {
  return (
    power.find((one) => one.muscle === muscle && one.side === side) ?? {
      muscle,
      side,
      grade: '',
      known: false,
    }
  );
}

/** The list with `one` in the place of what was typed for its muscle and side; what holds nothing is left out. */
export function withPower(power: PowerInput[], one: PowerInput): PowerInput[] {
  const others = power.filter(({ muscle, side }) => muscle !== one.muscle || side !== one.side);
  return one.grade === '' && !one.known ? others : [...others, one];
}

export function sensationOf(list: Sensation[], dermatome: Dermatome, side: LimbSide): Sensation {
  const known = list.find((one) => one.dermatome === dermatome && one.side === side);
  return known ?? { dermatome, side, light_touch: null, pinprick: null };
}

export function withSensation(list: Sensation[], one: Sensation): Sensation[] {
  const others = list.filter(({ dermatome, side }) => dermatome !== one.dermatome || side !== one.side);
  return !one.light_touch && !one.pinprick ? others : [...others, one];
}

export function withReflex(list: Reflex[], at: Omit<Reflex, 'grade'>, grade: Briskness | null): Reflex[] {
  const others = list.filter(({ reflex, side }) => reflex !== at.reflex || side !== at.side);
  return grade === null ? others : [...others, { ...at, grade }];
}

export function withSign(list: Sign[], at: Omit<Sign, 'found'>, found: Presence | null): Sign[] {
  const others = list.filter(({ sign, side }) => sign !== at.sign || side !== at.side);
  return found === null ? others : [...others, { ...at, found }];
}

export function tensionOf(list: TensionInput[], test: TensionTest, side: LimbSide): TensionInput {
  const known = list.find((one) => one.test === test && one.side === side);
  return known ?? { test, side, angle: '', reproduced: null };
}

export function withTension(list: TensionInput[], one: TensionInput): TensionInput[] {
  const others = list.filter(({ test, side }) => test !== one.test || side !== one.side);
  return one.angle === '' && one.reproduced === null ? others : [...others, one];
}

/** What one field held at an earlier examination. */
export interface Last {
  value: string;
  /** The day of it, as it is told. */
  when: string;
}

/** What was found last, by field: each from the newest examination in which that field was examined. */
export type LastFound = Partial<Record<string, Last>>;

/** Earlier examinations that are looked through; what is older is found in the list. */
const most = 5;

/** What was found last in the record of `patient`, beside the examination that is amended. */
export async function lastFound(
  client: Client,
  patient: string,
  own: string | undefined,
): Promise<LastFound> {
  const rows = await client.call('list_entries', { patient, noun: 'examination' });
  const newest = rows
    .filter(({ id }) => id !== own)
    .slice(-most)
    .reverse();
  const found: LastFound = {};
  for (const { id, shown } of newest) {
    const { input } = await client.call('get_entry', { entry: id });
    if (input.noun !== 'examination') continue;
    for (const [field, value] of fieldsOf(input)) found[field] ??= { value, when: shown.when };
  }
  return found;
}

/** The names of fields, the same in every table and for what was found last. */
export const fields = {
  power: (muscle: KeyMuscle, side: LimbSide) => `power.${muscle}_${side}`,
  touch: (dermatome: Dermatome, side: LimbSide) => `touch.${dermatome}_${side}`,
  pin: (dermatome: Dermatome, side: LimbSide) => `pin.${dermatome}_${side}`,
  reflex: (reflex: ReflexOf, side: LimbSide) => `reflex.${reflex}_${side}`,
  sign: (sign: TractSign, side: LimbSide) => `sign.${sign}_${side}`,
  angle: (test: TensionTest, side: LimbSide) => `angle.${test}_${side}`,
  brought: (test: TensionTest, side: LimbSide) => `brought.${test}_${side}`,
};

/** Every field that holds something, with what it holds. */
function fieldsOf(input: ExaminationInput): [string, string][] {
  const all: [string, string | null][] = [
    ...input.power.map((one): [string, string] => [fields.power(one.muscle, one.side), one.grade]),
    ...input.sensation.flatMap((one): [string, string | null][] => [
      [fields.touch(one.dermatome, one.side), one.light_touch ?? null],
      [fields.pin(one.dermatome, one.side), one.pinprick ?? null],
    ]),
    ...input.reflexes.map((one): [string, string] => [fields.reflex(one.reflex, one.side), one.grade]),
    ...input.signs.map((one): [string, string] => [fields.sign(one.sign, one.side), one.found]),
    ...input.tension.flatMap((one): [string, string | null][] => [
      [fields.angle(one.test, one.side), one.angle],
      [fields.brought(one.test, one.side), one.reproduced],
    ]),
  ];
  return all.filter((one): one is [string, string] => one[1] !== null && one[1] !== '');
}
