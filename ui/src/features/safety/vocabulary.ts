/** Choices of the safety forms, and which gate belongs to which kind of treatment. */
import type {
  AgentClass,
  Reply,
  ImplantKind,
  InjectionCheck,
  MriInput,
  PartState,
  TakingInput,
  TreatmentKind,
} from '../../ipc/generated';
import { optionsOf } from '../entries/choices';

/** What an operation leaves; that nobody said what it is, is no choice of its own. */
export const implantKinds = optionsOf<ImplantKind>(
  [
    'screws_and_rods',
    'cage',
    'plate_or_hook',
    'fusion_metal',
    'artificial_disc',
    'interspinous',
    'generator',
    'lead',
    'pump',
    'catheter',
    'cement_or_graft',
    'other',
  ],
  (kind) => `safety-part-${kind}`,
);
/** The parts of a device; that nobody knows what it is can be chosen. */
export const partKinds = optionsOf<ImplantKind>(
  [
    'generator',
    'lead',
    'pump',
    'catheter',
    'fusion_metal',
    'screws_and_rods',
    'cage',
    'plate_or_hook',
    'artificial_disc',
    'interspinous',
    'cement_or_graft',
    'other',
    'unknown',
  ],
  (kind) => `safety-part-${kind}`,
);
/** What nobody said comes first: it is what stands until someone says otherwise. */
export const partStates = optionsOf<PartState>(
  ['unknown', 'in_use', 'abandoned', 'fractured', 'removed'],
  (state) => `safety-state-${state}`,
);
export const labellings = optionsOf<MriInput>(
  ['unknown', 'safe', 'conditional', 'unsafe'],
  (mri) => `safety-mri-${mri}`,
);
export const classes = optionsOf<AgentClass>(
  [
    'vitamin_k_antagonist',
    'factor_xa_inhibitor',
    'thrombin_inhibitor',
    'heparin',
    'p2y12_inhibitor',
    'aspirin',
    'other',
  ],
  (agent) => `safety-class-${agent}`,
);
export const takings = optionsOf<TakingInput>(
  ['not_said', 'yes', 'stopped'],
  (taking) => `safety-taking-${taking}`,
);
export const checks = optionsOf<InjectionCheck>(
  [
    'infection',
    'glucose',
    'contrast_allergy',
    'steroid_allergy',
    'pregnancy',
    'immunosuppression',
    'consent',
    'side_and_level',
  ],
  (check) => `safety-ask-${check}`,
);

const always: readonly InjectionCheck[] = ['infection', 'consent', 'side_and_level'];

/** The replies to a check; some questions always make sense. */
export function repliesTo(check: InjectionCheck): { value: Reply; label: string }[] {
  const all = ['yes', 'no', 'does_not_apply', 'unknown', 'declined'] as const satisfies readonly Reply[];
  return optionsOf(
    all.filter((reply) => reply !== 'does_not_apply' || !always.includes(check)),
    (reply) => `safety-reply-${reply}`,
  );
}

/** What the gate is asked about before a treatment of this kind; null where it needs none, empty where it has to be chosen. */
export function gateOf(kind: TreatmentKind | null): string | null {
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
