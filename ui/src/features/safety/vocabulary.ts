/** Choices of the safety forms, and which gate belongs to which kind of treatment. */
import {
  agentClassValues,
  implantKindValues,
  injectionCheckValues,
  mriInputValues,
  partStateValues,
  replyValues,
  takingInputValues,
  type InjectionCheck,
  type Reply,
  type TreatmentKind,
} from '../../ipc/generated';
import { startingWith, without } from '../../ipc/values';
import { optionsOf } from '../entries/fields/choices';

/** What an operation leaves; that nobody said what it is, is no choice of its own. */
export const implantKinds = optionsOf(without(implantKindValues, 'unknown'), (kind) => `safety-part-${kind}`);
/** The parts of a system, what makes one first; that nobody knows what it is can be chosen. */
export const partKinds = optionsOf(
  startingWith(implantKindValues, 'generator', 'lead', 'pump', 'catheter'),
  (kind) => `safety-part-${kind}`,
);
/** What nobody said comes first: it is what stands until someone says otherwise. */
export const partStates = optionsOf(
  startingWith(partStateValues, 'unknown'),
  (state) => `safety-state-${state}`,
);
export const labellings = optionsOf(startingWith(mriInputValues, 'unknown'), (mri) => `safety-mri-${mri}`);
export const classes = optionsOf(agentClassValues, (agent) => `safety-class-${agent}`);
export const takings = optionsOf(
  startingWith(takingInputValues, 'not_said'),
  (taking) => `safety-taking-${taking}`,
);
export const checks = optionsOf(injectionCheckValues, (check) => `safety-ask-${check}`);

const always: readonly InjectionCheck[] = ['infection', 'consent', 'side_and_level'];

/** The replies to a check; some questions always make sense. */
export function repliesTo(check: InjectionCheck): { value: Reply; label: string }[] {
  const all = without(replyValues, 'not_asked');
  return optionsOf(
    all.filter((reply) => reply !== 'does_not_apply' || !always.includes(check)),
    (reply) => `safety-reply-${reply}`,
  );
}

/** What the gate is asked about before a treatment of this kind; null where it needs none, empty where it has to be chosen. */
export function safetyBefore(kind: TreatmentKind | null): string | null {
  switch (kind) {
    case 'injection':
    case 'block':
    case 'radiofrequency':
    case 'intervention':
      return '';
    case 'neuromodulation_trial':
    case 'neuromodulation_implant':
      return 'stimulator';
    case 'intrathecal_trial':
      return 'intrathecal';
    default:
      return null;
  }
}
