/** Commands that the vault screens and the patient list call: the shape that the exported table takes over. */
export type VaultState = 'absent' | 'locked' | 'open';

export interface PatientHit {
  id: string;
  name: string;
  born: string;
  number: string | null;
}

export interface Commands {
  vault_status: { request: Record<string, never>; response: { state: VaultState } };
  create_vault: { request: { passphrase: string; path?: string }; response: { state: VaultState } };
  unlock_vault: { request: { passphrase: string }; response: { state: VaultState } };
  lock_vault: { request: Record<string, never>; response: { state: VaultState } };
  search_patients: { request: { text: string; limit: number }; response: PatientHit[] };
}
