/** Why a call was refused, and the words for it. Every message says what happened, what was kept and what to do. */
import { t } from '../words';
import type { ApiError, Issue, VaultProblem } from './generated';

export type { ApiError, Issue, VaultProblem } from './generated';

/** What a refused call throws. Its message is the code alone, so that no patient data reaches a log. */
export class CallError extends Error {
  readonly error: ApiError;
  constructor(error: ApiError) {
    super(error.code);
    this.name = 'CallError';
    this.error = error;
  }
}

/** Codes that come alone, and for the others the field without which their words can't be said. */
const needs: Record<ApiError['code'], string | null> = {
  locked: null,
  forbidden: null,
  not_in_role: 'role',
  own_passphrase_first: null,
  not_found: null,
  invalid: 'issues',
  conflict: 'version',
  retracted: null,
  newer_schema: null,
  unavailable: null,
  disk_full: null,
  letter_too_long: 'most',
  no_viewer: null,
  vault: 'problem',
  internal: 'reference',
};

function isApiError(thrown: unknown): thrown is ApiError {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return false;
  if (typeof thrown.code !== 'string' || !Object.hasOwn(needs, thrown.code)) return false;
  const field = needs[thrown.code as ApiError['code']];
  if (field === null) return true;
  if (!(field in thrown)) return false;
  if ('issues' in thrown && !Array.isArray(thrown.issues)) return false;
  return !('problem' in thrown) || (typeof thrown.problem === 'object' && thrown.problem !== null);
}

/** Whatever a transport threw, as an ApiError; what can't be recognised is `internal` without a reference. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof CallError) return thrown.error;
  return isApiError(thrown) ? thrown : { code: 'internal', reference: '–' };
}

/** What is said about a vault that could not be made or opened. */
export function vaultWords(problem: VaultProblem): string {
  switch (problem.problem) {
    case 'wrong_passphrase':
      return t('vault-problem-wrong-passphrase');
    case 'name_missing':
      return t('vault-name-missing');
    case 'name_taken':
      return t('staff-name-taken');
    case 'too_many_people':
      return t('staff-too-many');
    case 'code_again':
      return t('own-code-again');
    case 'not_on_record':
      return t('vault-problem-not-on-record');
    case 'wrong_recovery_key':
      return t('recovery-problem-wrong');
    case 'no_recovery_key':
      return t('recovery-problem-none');
    case 'mistyped':
      return t('recovery-problem-mistyped', {
        count: problem.groups.length,
        groups: problem.groups.join(', '),
      });
    case 'recovery_length':
      return t('recovery-problem-length', { signs: problem.signs });
    case 'another_recovery_key':
      return t('recovery-problem-another');
    case 'wait':
      return t('vault-problem-wait', { seconds: problem.seconds });
    case 'in_use':
      return t('vault-problem-in-use');
    case 'second_name':
      return t('vault-problem-second-name');
    case 'damaged':
      return t('vault-problem-damaged');
    case 'foreign':
      return t('vault-problem-foreign');
    case 'key_file_missing':
      return t('vault-problem-key-file-missing');
    case 'not_a_backup':
      return t('vault-problem-not-a-backup');
    case 'backup_damaged':
      return t('vault-problem-backup-damaged');
    case 'already_exists':
      return t('vault-problem-already-exists');
    case 'read_only':
      return t('vault-problem-read-only');
    case 'too_weak':
      return weakWords(problem);
    default:
      return t('vault-problem-other');
  }
}

/** What a new passphrase still needs. Characters and words are two ways to the same end. */
export function weakWords(needed: { characters: number; words: number; repetitive: boolean }): string {
  const { characters, words, repetitive } = needed;
  // Where more than a few are missing, the new ones bring variety with them.
  if (characters > 0 && repetitive && characters <= 3) return t('vault-weak-both', { characters });
  if (characters > 0) return t('vault-weak-length', { characters, words });
  return t('vault-weak-repetitive');
}

/** What a notice says about `thrown`. */
export function errorWords(thrown: unknown): string {
  const error = toApiError(thrown);
  switch (error.code) {
    case 'internal':
      return t('error-internal', { reference: error.reference });
    case 'locked':
      return t('error-locked');
    case 'forbidden':
      return t('error-forbidden');
    case 'not_in_role':
      return t('error-not-in-role', { role: t(`role-${error.role}`) });
    case 'own_passphrase_first':
      return t('error-own-passphrase-first');
    case 'not_found':
      return t('error-not-found');
    case 'invalid':
      return t('error-invalid');
    case 'conflict':
      return t('error-conflict');
    case 'retracted':
      return t('error-retracted');
    case 'newer_schema':
      return t('error-newer-schema');
    case 'unavailable':
      return t('error-unavailable');
    case 'disk_full':
      return t('error-disk-full');
    case 'letter_too_long':
      return t('error-letter-too-long', { most: error.most });
    case 'no_viewer':
      return t('error-no-viewer');
    case 'vault':
      return vaultWords(error.problem);
  }
}

/** Everything that needs another look, by field; empty when `thrown` is about something else. */
export function issuesOf(thrown: unknown): Issue[] {
  const error = toApiError(thrown);
  return error.code === 'invalid' ? error.issues : [];
}

/** Why the vault could not be made or opened; null when `thrown` is about something else. */
export function vaultProblemOf(thrown: unknown): VaultProblem | null {
  const error = toApiError(thrown);
  return error.code === 'vault' ? error.problem : null;
}
