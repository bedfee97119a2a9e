/** What is told at the field of a name. */
import { issuesOf, vaultProblemOf, vaultWords } from '../../ipc/errors';
import { problemWords } from '../../ipc/problems';

/** What `thrown` says against a name; null where it is about something else. */
export function nameMessage(thrown: unknown): string | null {
  const issue = issuesOf(thrown).find(({ path }) => path === 'name');
  if (issue) return problemWords(issue.problem);
  const problem = vaultProblemOf(thrown);
  const ofTheName = problem?.problem === 'name_taken' || problem?.problem === 'too_many_people';
  return problem && ofTheName ? vaultWords(problem) : null;
}
