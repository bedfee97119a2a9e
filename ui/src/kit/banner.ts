/** Allergies in their three states; nothing asked is not the same as nothing known. */
export type Allergies =
  | { state: 'not-asked' }
  | { state: 'none-known'; source?: string }
  | { state: 'listed'; items: string[] };

/** What the banner shows of a patient; every text is in the form in which people read it. */
export interface BannerPatient {
  name: string;
  /** Spelled out, with the precision that was given: "3 May 1961", "about 1961". */
  born: string;
  /** Completed years; null when the birth date doesn't tell. */
  age: number | null;
  number: string | null;
  allergies: Allergies;
  /** Open red flags, the most urgent first. */
  flags: string[];
  /** Implants with what is known of MRI: "Spinal cord stimulator, MRI unknown". */
  implants: string[];
  /** Said beside the name: "Deceased", "Do not contact", "Archived". */
  status?: string;
}
