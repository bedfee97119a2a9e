/** What the core says against the one field of a question; null where it says nothing, or refuses for another reason. */
import { toApiError } from './errors';
import { problemWords } from './problems';

export function refusedField(problem: unknown): string | null {
  if (problem === null) return null;
  const error = toApiError(problem);
  const issue = error.code === 'invalid' ? error.issues[0] : undefined;
  return issue ? problemWords(issue.problem) : null;
}
