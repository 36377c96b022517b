import type { Problem } from '../frame/Page.tsx';
import { useSay } from '../text.tsx';
import type { FormView } from './report-view.ts';

/** What stands against a page of the form, in words; the sentence of one field through `of`. */
export function useProblems(view: FormView): {
  problems: readonly Problem[];
  of: (field: string) => string | undefined;
} {
  const say = useSay();
  const problems: Problem[] = view.faults.map(({ field, message, values }) => ({
    field,
    sentence: say(message, values),
  }));
  if (view.notice?.kind === 'busy') {
    problems.push({ sentence: say('problem.busy', { seconds: view.notice.seconds }) });
  }
  if (view.notice?.kind === 'away') problems.push({ sentence: say('problem.away') });
  return { problems, of: (field) => problems.find((problem) => problem.field === field)?.sentence };
}
