/**
 * The fields of an examination by row and column: what each is called, what it holds, what can be chosen, and what it holds where
 * nothing is wrong. A row names the set in which one button says that it was examined and is normal.
 */
import {
  brisknessValues,
  dermatomeValues,
  keyMuscleValues,
  limbSideValues as sides,
  motionMethodValues,
  motionPainValues,
  presenceValues,
  provocationResultValues,
  provocationTestValues,
  reflexOfValues,
  reproducedPainValues,
  senseValues,
  taskResultValues,
  tensionTestValues,
  tractSignValues,
  walkOnValues,
  type Dermatome,
  type ExaminationInput,
  type LimbSide,
  type MotionOf,
  type MotionPart,
} from '../../ipc/generated';
import { startingWith, without } from '../../ipc/values';
import { t, type PlainWordId } from '../../words';
import { optionsOf } from '../entries/fields/choices';
import {
  fields,
  methodInUse,
  motionOf,
  ofArm,
  placed,
  powerOf,
  sensationOf,
  signOf,
  stanceOf,
  stands,
  tensionOf,
  withMotion,
  withPower,
  withSensation,
  withSign,
  withStance,
  withTension,
  type LastFound,
  type MotionPlace,
} from './examining';

/** A field of a table. */
export interface Cell {
  /** Its name, the same as in what was found last. */
  field: string;
  /** What is heard of it. */
  name: string;
  value: string;
  /** Its choices; none where it is typed. */
  options?: { value: string; label: string }[];
  /** What it holds where nothing is wrong; nothing where that is no answer. */
  normal?: string;
  message?: string | null;
  set: (value: string) => void;
  /** Takes what was found last, where more than its value belongs to it. */
  take?: (last: LastFound) => void;
}

/** What one button says was examined and is normal. */
export type NormalSet = 'arms' | 'legs' | 'balance';

export interface Row {
  key: string;
  label: string;
  /** The fields from left to right; null where there is none. */
  cells: (Cell | null)[];
  within?: NormalSet;
}

export type Message = (path: string) => string | null;

const side = (name: LimbSide) => t(`flags-side-${name}`);
const root = (name: string) => name.toUpperCase();
const limb = (name: string): NormalSet => (ofArm(name) ? 'arms' : 'legs');
const choiceOf = <Value extends string>(options: { value: Value }[], value: string): Value | null =>
  options.find((option) => option.value === value)?.value ?? null;

// What is usual stands first.
const senses = optionsOf(
  startingWith(senseValues, 'normal', 'altered'),
  (sense) => `examinations-sense-${sense}`,
);
const presences = optionsOf(startingWith(presenceValues, 'absent'), (found) => `examinations-found-${found}`);
const brought = optionsOf(reproducedPainValues, (found) => `examinations-brought-${found}`);
const manners = optionsOf(taskResultValues, (found) => `examinations-manner-${found}`);
const pains = optionsOf(startingWith(motionPainValues, 'painless'), (pain) => `examinations-pain-${pain}`);
const provoked = optionsOf(
  startingWith(provocationResultValues, 'negative'),
  (found) => `examinations-provoked-${found}`,
);
const grades = brisknessValues.map((value) => ({
  value,
  label: value === 'NT' ? t('examinations-grade-nt') : value,
}));
/** Ways of measuring among which one is chosen; those in centimetres have rows of their own. */
const methods = optionsOf(
  without(motionMethodValues, 'fingertip_floor', 'schober'),
  (method) => `examinations-method-${method}`,
);

export const senseOptions = senses;
export const mannerOptions = manners;

export function powerRows(input: Pick<ExaminationInput, 'power'>, message: Message): Row[] {
  return keyMuscleValues.map((muscle): Row => ({
    key: muscle,
    label: t(`flags-muscle-${muscle}`),
    within: limb(muscle),
    cells: sides.map((of) => ({
      field: fields.power(muscle, of),
      name: t('flags-power-of', { muscle: t(`flags-muscle-${muscle}`), side: side(of) }),
      value: powerOf(input.power, muscle, of).grade,
      normal: '5',
      message: message(`power.${muscle}_${of}`),
      set: (grade) => (input.power = withPower(input.power, { ...powerOf(input.power, muscle, of), grade })),
    })),
  }));
}

/** The dermatomes of the limbs, which are usually felt; the others are asked for by a button. */
const usualDermatomes: readonly Dermatome[] = [
  ...(['c5', 'c6', 'c7', 'c8', 't1'] as const),
  ...(['l1', 'l2', 'l3', 'l4', 'l5', 's1', 's2'] as const),
];
const isUsual = (dermatome: Dermatome) => usualDermatomes.includes(dermatome);

/** How many dermatomes there are beside the usual ones. */
export const otherDermatomes = dermatomeValues.length - usualDermatomes.length;

/** The usual dermatomes, and of the others those in which something was found; or all of them. */
export function sensationRows(input: ExaminationInput, all = false): Row[] {
  const felt = (dermatome: Dermatome) => input.sensation.some((one) => one.dermatome === dermatome);
  const shown = dermatomeValues.filter((one) => all || isUsual(one) || felt(one));
  return shown.map((dermatome): Row => {
    const cell = (of: LimbSide, sense: 'light_touch' | 'pinprick'): Cell => ({
      field: sense === 'light_touch' ? fields.touch(dermatome, of) : fields.pin(dermatome, of),
      name: t(sense === 'light_touch' ? 'examinations-touch-of' : 'examinations-pin-of', {
        what: root(dermatome),
        side: side(of),
      }),
      value: sensationOf(input.sensation, dermatome, of)[sense] ?? '',
      options: senses,
      set: (value) => {
        const one = sensationOf(input.sensation, dermatome, of);
        input.sensation = withSensation(input.sensation, { ...one, [sense]: choiceOf(senses, value) });
      },
    });
    return {
      key: dermatome,
      label: root(dermatome),
      // A set says that the usual ones were examined, and nothing of the others.
      within: isUsual(dermatome) ? limb(dermatome) : undefined,
      cells: [
        ...sides.map((of) => ({ ...cell(of, 'light_touch'), normal: 'normal' })),
        ...sides.map((of) => cell(of, 'pinprick')),
      ],
    };
  });
}

export function reflexRows(input: ExaminationInput, message: Message): Row[] {
  const reflexes = reflexOfValues.map((reflex): Row => {
    const what = t(`examinations-reflex-${reflex}`);
    return {
      key: reflex,
      label: what,
      within: reflex === 'knee' || reflex === 'ankle' ? 'legs' : 'arms',
      cells: sides.map((of) => ({
        field: fields.reflex(reflex, of),
        name: t('examinations-of-side', { what, side: side(of) }),
        value: input.reflexes.find((one) => one.reflex === reflex && one.side === of)?.grade ?? '',
        options: grades,
        normal: '2+',
        set: (value) => {
          const grade = choiceOf(grades, value);
          const here = { reflex, side: of };
          input.reflexes = placed(input.reflexes, here, grade === null ? null : { ...here, grade });
        },
      })),
    };
  });
  const signs = tractSignValues.map((sign): Row => {
    const what = t(`examinations-sign-${sign}`);
    const found = sides.map((of): Cell => ({
      field: fields.sign(sign, of),
      name: t('examinations-of-side', { what, side: side(of) }),
      value: signOf(input.signs, sign, of)?.found ?? '',
      options: presences,
      normal: 'absent',
      set: (value) => {
        input.signs = withSign(input.signs, sign, of, { found: choiceOf(presences, value) });
      },
    }));
    const beats = sides.map((of): Cell => {
      const at = input.signs.findIndex((one) => one.sign === sign && one.side === of);
      return {
        field: fields.beats(sign, of),
        name: t('examinations-beats-of', { side: side(of) }),
        value: signOf(input.signs, sign, of)?.beats ?? '',
        message: message(`signs.${at}.beats`),
        set: (value) => (input.signs = withSign(input.signs, sign, of, { beats: value })),
      };
    });
    return {
      key: sign,
      label: what,
      within: sign === 'hoffmann' ? 'arms' : 'legs',
      cells: sign === 'clonus' ? [...found, ...beats] : found,
    };
  });
  return [...reflexes, ...signs];
}

export function tensionRows(input: ExaminationInput, message: Message): Row[] {
  return tensionTestValues.map((test): Row => {
    const what = t(`examinations-test-${test}`);
    return {
      key: test,
      label: what,
      // The other tests are done where they are called for, and none of them is said to have been done by a button.
      within: test === 'straight_leg_raise' ? 'legs' : undefined,
      cells: sides.flatMap((of): Cell[] => {
        const at = input.tension.findIndex((one) => one.test === test && one.side === of);
        const known = () => tensionOf(input.tension, test, of);
        return [
          {
            field: fields.angle(test, of),
            name: t('examinations-angle-of', { what, side: side(of) }),
            value: known().angle,
            message: message(`tension.${at}.angle`),
            set: (angle) => (input.tension = withTension(input.tension, { ...known(), angle })),
          },
          {
            field: fields.brought(test, of),
            name: t('examinations-brought-of', { what, side: side(of) }),
            value: known().reproduced ?? '',
            options: brought,
            normal: test === 'straight_leg_raise' ? 'nothing' : undefined,
            set: (value) => {
              const reproduced = choiceOf(brought, value);
              input.tension = withTension(input.tension, { ...known(), reproduced });
            },
          },
        ];
      }),
    };
  });
}

/** Walking on heels and toes, and standing on one leg. */
export function balanceRows(input: ExaminationInput, message: Message): Row[] {
  const walks = walkOnValues.map((on): Row => {
    const what = t(`examinations-walk-${on}`);
    return {
      key: on,
      label: what,
      within: 'balance',
      cells: sides.map((of) => ({
        field: fields.walk(on, of),
        name: t('examinations-of-side', { what, side: side(of) }),
        value: input.walks.find((one) => one.on === on && one.side === of)?.found ?? '',
        options: manners,
        normal: 'normal',
        set: (value) => {
          const found = choiceOf(manners, value);
          const here = { on, side: of };
          input.walks = placed(input.walks, here, found === null ? null : { ...here, found });
        },
      })),
    };
  });
  const stance: Row = {
    key: 'stance',
    label: t('examinations-stance'),
    cells: sides.map((of) => {
      const at = input.stance.findIndex((one) => one.side === of);
      return {
        field: fields.stance(of),
        name: t('examinations-of-side', { what: t('examinations-stance'), side: side(of) }),
        value: stanceOf(input.stance, of),
        message: message(`stance.${at}.seconds`),
        set: (seconds) => (input.stance = withStance(input.stance, of, seconds)),
      };
    }),
  };
  return [...walks, stance];
}

/** The movements of a part of the spine, each value with how it was measured. */
export function motionRows(part: MotionPart, input: ExaminationInput, message: Message): Row[] {
  const row = (
    movement: MotionOf,
    of: LimbSide | null,
    fixed?: 'fingertip_floor' | 'schober',
    word: PlainWordId = `examinations-motion-${movement}`,
  ): Row => {
    const place: MotionPlace = { part, movement, side: of, fixed: fixed ?? null };
    const known = () => motionOf(input.motion, place);
    const label = of ? t('examinations-of-side', { what: t(word), side: side(of) }) : t(word);
    const what = t(`examinations-of-${part}`, { what: label });
    const at = input.motion.findIndex((one) => stands(one, place));
    const value: Cell = {
      field: fields.motion(place),
      name: t('examinations-motion-value-of', { what }),
      value: known().value,
      message: message(`motion.${at}.value`),
      set: (typed) => {
        // The way in which the last one was measured goes on for the next, in sight beside it.
        const method = known().method ?? fixed ?? (typed === '' ? null : methodInUse(input.motion));
        input.motion = withMotion(input.motion, place, { value: typed, method });
      },
      take: (last) => {
        const method = choiceOf(methods, last[fields.method(place)]?.value ?? '');
        const taken = last[fields.motion(place)]?.value ?? '';
        input.motion = withMotion(input.motion, place, { value: taken, method: fixed ?? method });
      },
    };
    const method: Cell = {
      field: fields.method(place),
      name: t('examinations-motion-method-of', { what }),
      value: known().method ?? '',
      options: methods,
      message: message(`motion.${at}.method`),
      set: (chosen) => {
        input.motion = withMotion(input.motion, place, { method: choiceOf(methods, chosen) });
      },
    };
    const pain: Cell = {
      field: fields.pain(place),
      name: t('examinations-motion-pain-of', { what }),
      value: known().pain ?? '',
      options: pains,
      set: (chosen) => {
        input.motion = withMotion(input.motion, place, { pain: choiceOf(pains, chosen) });
      },
    };
    return {
      key: fields.motion(place),
      label,
      cells: [value, fixed ? null : method, fixed && known().value === '' ? null : pain],
    };
  };
  const floor = 'fingertip_floor';
  const flexion = [
    row('flexion', null, floor, 'examinations-flexion-fingertip_floor'),
    row('flexion', null, 'schober', 'examinations-flexion-schober'),
  ];
  const sideBend = sides.map((of) => row('side_bend', of, floor, 'examinations-side_bend-fingertip_floor'));
  return [
    row('flexion', null),
    ...(part === 'lumbar' ? flexion : []),
    row('extension', null),
    ...sides.map((of) => row('side_bend', of)),
    ...(part === 'lumbar' ? sideBend : []),
    ...sides.map((of) => row('rotation', of)),
  ];
}

export function provocationRows(input: ExaminationInput): Row[] {
  return provocationTestValues.map((test): Row => {
    const what = t(`examinations-provocation-${test}`);
    return {
      key: test,
      label: what,
      cells: sides.map((of) => ({
        field: fields.provocation(test, of),
        name: t('examinations-of-side', { what, side: side(of) }),
        value: input.provocation.find((one) => one.test === test && one.side === of)?.found ?? '',
        options: provoked,
        set: (value) => {
          const found = choiceOf(provoked, value);
          const here = { test, side: of };
          input.provocation = placed(input.provocation, here, found === null ? null : { ...here, found });
        },
      })),
    };
  });
}
