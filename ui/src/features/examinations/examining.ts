/** An examination while it is typed: what is left empty was not examined, and nothing is carried over by itself. */
import type { Client } from '../../ipc/client';
import { valueOf } from '../../missing';
import type {
  Dermatome,
  ExaminationInput,
  KeyMuscle,
  LimbSide,
  MotionInput,
  MotionMethod,
  MotionOf,
  MotionPart,
  PowerInput,
  ProvocationTest,
  ReflexOf,
  Sensation,
  SignInput,
  StanceInput,
  TensionInput,
  TensionTest,
  TractSign,
  WalkOn,
} from '../../ipc/generated';

/** Whether a root is one of the arm. */
export const ofArm = (root: string) => root.startsWith('c') || root.startsWith('t');

/** The list with `one` in the place of what stands `here`; with nothing there where it is null. */
export function placed<Row extends object>(list: Row[], here: Partial<Row>, one: Row | null): Row[] {
  const keys = Object.keys(here) as (keyof Row)[];
  const others = list.filter((row) => keys.some((key) => row[key] !== here[key]));
  return one === null ? others : [...others, one];
}

/** What was typed for one muscle of a side; nothing where it was not examined. */
export function powerOf(power: PowerInput[], muscle: KeyMuscle, side: LimbSide): PowerInput {
  const known = power.find((one) => one.muscle === muscle && one.side === side);
  return known ?? { muscle, side, grade: '', known: false };
}

/** The list with `one` in the place of what was typed for its muscle and side; what holds nothing is left out. */
export function withPower(power: PowerInput[], one: PowerInput): PowerInput[] {
  const { muscle, side } = one;
  return placed(power, { muscle, side }, one.grade === '' && !one.known ? null : one);
}

export function sensationOf(list: Sensation[], dermatome: Dermatome, side: LimbSide): Sensation {
  const known = list.find((one) => one.dermatome === dermatome && one.side === side);
  return known ?? { dermatome, side, light_touch: null, pinprick: null };
}

export function withSensation(list: Sensation[], one: Sensation): Sensation[] {
  const { dermatome, side } = one;
  return placed(list, { dermatome, side }, !one.light_touch && !one.pinprick ? null : one);
}

export function signOf(list: SignInput[], sign: TractSign, side: LimbSide): SignInput | undefined {
  return list.find((one) => one.sign === sign && one.side === side);
}

/** The list with this of a sign. Beats that are typed say that it is there; without a finding nothing of it stays. */
export function withSign(
  list: SignInput[],
  sign: TractSign,
  side: LimbSide,
  more: { found?: SignInput['found'] | null; beats?: string },
): SignInput[] {
  const known = signOf(list, sign, side);
  const beats = more.beats ?? known?.beats ?? '';
  const said = more.found === undefined ? known?.found : more.found;
  const found = said ?? (more.beats ? 'present' : null);
  return placed(list, { sign, side }, found === null ? null : { sign, side, found, beats });
}

export function tensionOf(list: TensionInput[], test: TensionTest, side: LimbSide): TensionInput {
  const known = list.find((one) => one.test === test && one.side === side);
  return known ?? { test, side, angle: '', reproduced: null };
}

export function withTension(list: TensionInput[], one: TensionInput): TensionInput[] {
  const { test, side } = one;
  return placed(list, { test, side }, one.angle === '' && one.reproduced === null ? null : one);
}

export function stanceOf(list: StanceInput[], side: LimbSide): string {
  return list.find((one) => one.side === side)?.seconds ?? '';
}

export function withStance(list: StanceInput[], side: LimbSide, seconds: string): StanceInput[] {
  return placed(list, { side }, seconds === '' ? null : { side, seconds });
}

/** Where a movement stands: one in degrees or as a share, and one for each way of measuring in centimetres. */
export interface MotionPlace {
  part: MotionPart;
  movement: MotionOf;
  side: LimbSide | null;
  fixed: 'fingertip_floor' | 'schober' | null;
}

const inCentimetres = (method: MotionMethod | null) =>
  method === 'fingertip_floor' || method === 'schober' ? method : null;
/** Whether a movement stands there. */
export const stands = (one: MotionInput, { part, movement, side, fixed }: MotionPlace) =>
  one.part === part && one.movement === movement && one.side === side && inCentimetres(one.method) === fixed;

export function motionOf(list: MotionInput[], place: MotionPlace): MotionInput {
  const { part, movement, side, fixed } = place;
  const known = list.find((one) => stands(one, place));
  return known ?? { part, movement, side, method: fixed, value: '', pain: null };
}

export function withMotion(
  list: MotionInput[],
  place: MotionPlace,
  more: Partial<MotionInput>,
): MotionInput[] {
  const one = { ...motionOf(list, place), ...more };
  const others = list.filter((known) => !stands(known, place));
  const chosen = place.fixed === null && one.method !== null;
  return one.value === '' && one.pain === null && !chosen ? others : [...others, one];
}

/** How the movement that was typed last was measured, in degrees or as a share. */
export function methodInUse(list: MotionInput[]): MotionMethod | null {
  const used = list.filter(({ method, value }) => value !== '' && inCentimetres(method) === null);
  return used.at(-1)?.method ?? null;
}

/** Of the five tests of the sacroiliac joint, how many were done on a side, and how many of those were positive. */
export function sacroiliac(
  list: ExaminationInput['provocation'],
  side: LimbSide,
): { positive: number; done: number } {
  const of = list.filter(
    (one) => one.side === side && !one.test.endsWith('facet_loading') && one.found !== 'not_done',
  );
  return { positive: of.filter(({ found }) => found === 'positive').length, done: of.length };
}

/** What one field held at an earlier examination. */
export interface Last {
  value: string;
  /** The day of it, as it is told. */
  when: string;
  /** That examination. */
  entry: string;
}

/** What was found last, by field: each from the newest examination in which that field was examined. */
export type LastFound = Partial<Record<string, Last>>;

/** Earlier examinations that are looked through; what is older is found in the list. */
const most = 5;

/** What was found last in the record of `patient`, beside the examination that is amended; and when each examination was. */
export async function lastFound(
  client: Client,
  patient: string,
  own: string | undefined,
): Promise<{ last: LastFound; days: Map<string, string> }> {
  const rows = await client.call('list_entries', { patient, noun: 'examination' });
  const newest = rows
    .filter(({ id }) => id !== own)
    .slice(-most)
    .reverse();
  const last: LastFound = {};
  for (const { id, shown } of newest) {
    const { input } = await client.call('get_entry', { entry: id });
    if (input.noun !== 'examination') continue;
    // What was carried forward there was found still earlier.
    const carried = new Set(input.carried.map(({ field }) => field));
    for (const [field, value] of fieldsOf(input)) {
      if (!carried.has(field)) last[field] ??= { value, when: shown.when, entry: id };
    }
  }
  return { last, days: new Map(rows.map(({ id, shown }) => [id, shown.when])) };
}

const motionName = ({ part, movement, side, fixed }: MotionPlace) =>
  [part, movement, fixed, side].filter((name) => name !== null).join('_');

/** The names of fields, the same in every table, in the record and for what was found last. */
export const fields = {
  power: (muscle: KeyMuscle, side: LimbSide) => `power.${muscle}_${side}`,
  touch: (dermatome: Dermatome, side: LimbSide) => `touch.${dermatome}_${side}`,
  pin: (dermatome: Dermatome, side: LimbSide) => `pin.${dermatome}_${side}`,
  reflex: (reflex: ReflexOf, side: LimbSide) => `reflex.${reflex}_${side}`,
  sign: (sign: TractSign, side: LimbSide) => `sign.${sign}_${side}`,
  beats: (sign: TractSign, side: LimbSide) => `beats.${sign}_${side}`,
  angle: (test: TensionTest, side: LimbSide) => `angle.${test}_${side}`,
  brought: (test: TensionTest, side: LimbSide) => `brought.${test}_${side}`,
  walk: (on: WalkOn, side: LimbSide) => `walk.${on}_${side}`,
  stance: (side: LimbSide) => `stance.${side}`,
  motion: (place: MotionPlace) => `motion.${motionName(place)}`,
  /** How it was measured; it is kept and carried forward with its value alone. */
  method: (place: MotionPlace) => `method.${motionName(place)}`,
  pain: (place: MotionPlace) => `pain.${motionName(place)}`,
  provocation: (test: ProvocationTest, side: LimbSide) => `provocation.${test}_${side}`,
};

/** Between the codes of a list in one field. */
export const between = ' ';

/** Every field that holds something, with what it holds. */
function fieldsOf(input: ExaminationInput): [string, string][] {
  const all: [string, string | null][] = [
    ...input.power.map((one): [string, string] => [fields.power(one.muscle, one.side), one.grade]),
    ...input.sensation.flatMap((one): [string, string | null][] => [
      [fields.touch(one.dermatome, one.side), one.light_touch ?? null],
      [fields.pin(one.dermatome, one.side), one.pinprick ?? null],
    ]),
    ...input.reflexes.map((one): [string, string] => [fields.reflex(one.reflex, one.side), one.grade]),
    ...input.signs.flatMap((one): [string, string][] => [
      [fields.sign(one.sign, one.side), one.found],
      [fields.beats(one.sign, one.side), one.beats],
    ]),
    ...input.tension.flatMap((one): [string, string | null][] => [
      [fields.angle(one.test, one.side), one.angle],
      [fields.brought(one.test, one.side), one.reproduced],
    ]),
    ...input.walks.map((one): [string, string] => [fields.walk(one.on, one.side), one.found]),
    ...input.stance.map((one): [string, string] => [fields.stance(one.side), one.seconds]),
    ...input.motion.flatMap((one): [string, string | null][] => {
      const place = { ...one, fixed: inCentimetres(one.method) };
      return [
        [fields.motion(place), one.value],
        [fields.method(place), one.method],
        [fields.pain(place), one.pain],
      ];
    }),
    ...input.provocation.map((one): [string, string] => [fields.provocation(one.test, one.side), one.found]),
    ['gait', input.gait.join(between)],
    ['aids', input.aids.join(between)],
    ['tandem', valueOf(input.tandem)],
    ['romberg', valueOf(input.romberg)],
    ['falls', valueOf(input.falls)],
    ['saddle', valueOf(input.saddle)],
    ['anal_tone', valueOf(input.anal_tone)],
    ['anal_squeeze', valueOf(input.anal_squeeze)],
  ];
  return all.filter((one): one is [string, string] => one[1] !== null && one[1] !== '');
}
