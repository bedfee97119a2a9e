/** Names of treatments that are offered while typing, by kind; any other text is kept as well. */
import type { TreatmentKind } from '../../ipc/generated';

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

/** Suggestions for a kind; while none is chosen, all of them. */
export function suggestions(kind: TreatmentKind | null): { value: string }[] {
  const list = kind ? names[kind] : Object.values(names).flat();
  return list.map((value) => ({ value }));
}
