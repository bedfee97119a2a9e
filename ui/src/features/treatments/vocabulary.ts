/** Names of treatments that are offered while typing, by kind; any other text is kept as well. */
import {
  injectionTypeValues,
  type AgentKind,
  type InjectionType,
  type TreatmentKind,
} from '../../ipc/generated';

const names: Record<TreatmentKind, readonly string[]> = {
  drug: [
    'Paracetamol',
    'Ibuprofen',
    'Naproxen',
    'Diclofenac',
    'Celecoxib',
    'Metamizole',
    'Gabapentin',
    'Pregabalin',
    'Amitriptyline',
    'Nortriptyline',
    'Duloxetine',
    'Venlafaxine',
    'Carbamazepine',
    'Baclofen',
    'Tizanidine',
    'Cyclobenzaprine',
    'Methocarbamol',
    'Tramadol',
    'Tapentadol',
    'Codeine',
    'Morphine',
    'Oxycodone',
    'Hydromorphone',
    'Fentanyl patch',
    'Buprenorphine patch',
    'Methadone',
    'Lidocaine patch',
    'Capsaicin patch',
  ],
  injection: [
    'Interlaminar epidural steroid injection',
    'Transforaminal epidural steroid injection',
    'Caudal epidural steroid injection',
    'Facet joint injection',
    'Sacroiliac joint injection',
    'Trigger point injection',
  ],
  block: [
    'Medial branch block',
    'Nerve root block',
    'Lateral branch block',
    'Sympathetic block',
    'Erector spinae plane block',
  ],
  radiofrequency: ['Conventional radiofrequency', 'Pulsed radiofrequency', 'Cooled radiofrequency'],
  intervention: ['Epidural adhesiolysis', 'Epiduroscopy', 'Vertebral augmentation'],
  physiotherapy: [
    'Physiotherapy',
    'Core strengthening',
    'Posture and movement training',
    'Walking programme',
    'Hydrotherapy',
  ],
  manual_therapy: ['Massage', 'Chiropractic', 'Osteopathy', 'Mobilisation'],
  physical_modality: [
    'TENS',
    'Heat',
    'Cold',
    'Electrical stimulation',
    'Therapeutic ultrasound',
    'Acupuncture',
    'Brace',
  ],
  psychology: ['Cognitive behavioural therapy', 'Acceptance and commitment therapy', 'Pain psychology'],
  pain_management: ['Pain management programme', 'Multidisciplinary pain programme'],
  neuromodulation_trial: [
    'Spinal cord stimulation trial',
    'Dorsal root ganglion stimulation trial',
    'Peripheral nerve stimulation trial',
  ],
  neuromodulation_implant: [
    'Spinal cord stimulator',
    'Dorsal root ganglion stimulator',
    'Peripheral nerve stimulator',
  ],
  intrathecal_trial: [
    'Intrathecal morphine trial',
    'Intrathecal ziconotide trial',
    'Intrathecal baclofen trial',
  ],
  other: ['Activity modification', 'Ergonomic advice', 'Weight management', 'Watchful waiting'],
};

/** Names of what is injected, by kind. */
const injected: Partial<Record<AgentKind, readonly string[]>> = {
  local_anaesthetic: ['Bupivacaine', 'Levobupivacaine', 'Lidocaine', 'Ropivacaine', 'Mepivacaine'],
  steroid: [
    'Dexamethasone',
    'Methylprednisolone acetate',
    'Triamcinolone',
    'Betamethasone sodium phosphate',
    'Betamethasone acetate',
  ],
  contrast: ['Iohexol', 'Iopamidol', 'Gadolinium'],
  saline: ['Sodium chloride 0.9 %'],
  other: ['Hyaluronidase', 'Clonidine', 'Botulinum toxin'],
};

/** Names that are offered for an agent; while no kind is chosen, none. */
export function agents(kind: AgentKind | null): { value: string }[] {
  return (kind ? (injected[kind] ?? []) : []).map((value) => ({ value }));
}

/** Ways of a needle that are offered; any other text is kept as well. */
export const approaches = [
  'Paramedian',
  'Midline',
  'Oblique',
  'Parallel to the nerve',
  'Perpendicular to the nerve',
].map((value) => ({ value }));

const injectedKinds: readonly TreatmentKind[] = ['injection', 'block', 'radiofrequency', 'intervention'];
const therapies: readonly TreatmentKind[] = [
  'physiotherapy',
  'manual_therapy',
  'physical_modality',
  'psychology',
  'pain_management',
];

/** Whether it is told of a treatment of that kind how it was injected. */
export function isInjected(kind: TreatmentKind | null): boolean {
  return kind !== null && injectedKinds.includes(kind);
}

/** Whether a treatment of that kind goes by sessions. */
export function isTherapy(kind: TreatmentKind | null): boolean {
  return kind !== null && therapies.includes(kind);
}

const blocks: readonly InjectionType[] = [
  'medial_branch_diagnostic',
  'medial_branch_therapeutic',
  'nerve_root',
  'lateral_branch',
  'sympathetic',
];

/** The types that fit a kind; of a block those that are blocks come first. */
export function injectionTypes(kind: TreatmentKind | null): InjectionType[] {
  const isRadiofrequency = (one: InjectionType) => one.startsWith('radiofrequency_');
  const radiofrequency = kind === 'radiofrequency';
  const fitting = injectionTypeValues.filter(
    (one) => one === 'other' || isRadiofrequency(one) === radiofrequency,
  );
  if (kind !== 'block') return fitting;
  return [
    ...fitting.filter((one) => blocks.includes(one)),
    ...fitting.filter((one) => !blocks.includes(one)),
  ];
}

/** Suggestions for a kind; while none is chosen, all of them. */
export function suggestions(kind: TreatmentKind | null): { value: string }[] {
  const list = kind ? names[kind] : Object.values(names).flat();
  return list.map((value) => ({ value }));
}
