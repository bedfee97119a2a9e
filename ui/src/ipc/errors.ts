/** Errors as they come over the wire, and the words for them. */
import { t } from '../words';

/** One field that needs another look. `field` is a path such as "levels.0"; `code` names the issue. */
export interface FieldIssue {
  field: string;
  code: string;
}

export type ApiError =
  | { code: 'locked' }
  | { code: 'forbidden' }
  | { code: 'not_found' }
  | { code: 'invalid'; issues: FieldIssue[] }
  | { code: 'conflict'; mine: unknown; theirs: unknown }
  | { code: 'newer_schema' }
  | { code: 'unavailable' }
  | { code: 'internal'; reference: string };

/** What a refused call throws. Its message is the code alone, so that no patient data reaches a log. */
export class CallError extends Error {
  readonly error: ApiError;
  constructor(error: ApiError) {
    super(error.code);
    this.name = 'CallError';
    this.error = error;
  }
}

const bare = ['locked', 'forbidden', 'not_found', 'newer_schema', 'unavailable'] as const;

/** Whatever a transport threw, as an ApiError; what can't be recognised is `internal` without a reference. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof CallError) return thrown.error;
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) {
    const code = bare.find((known) => known === thrown.code);
    if (code) return { code };
    if (thrown.code === 'invalid' && 'issues' in thrown && Array.isArray(thrown.issues)) {
      return { code: 'invalid', issues: thrown.issues as FieldIssue[] };
    }
    if (thrown.code === 'conflict' && 'mine' in thrown && 'theirs' in thrown) {
      return { code: 'conflict', mine: thrown.mine, theirs: thrown.theirs };
    }
    if (thrown.code === 'internal' && 'reference' in thrown) {
      return { code: 'internal', reference: String(thrown.reference) };
    }
  }
  return { code: 'internal', reference: '–' };
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
    case 'not_found':
      return t('error-not-found');
    case 'invalid':
      return t('error-invalid');
    case 'conflict':
      return t('error-conflict');
    case 'newer_schema':
      return t('error-newer-schema');
    case 'unavailable':
      return t('error-unavailable');
  }
}

/** The code of the first issue of `field` in `thrown`, if there is one. */
export function issueOf(thrown: unknown, field: string): string | undefined {
  const error = toApiError(thrown);
  return error.code === 'invalid' ? error.issues.find((issue) => issue.field === field)?.code : undefined;
}
