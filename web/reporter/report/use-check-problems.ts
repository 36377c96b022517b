import type { Problem } from '../frame/Page.tsx';
import { useSay } from '../text.tsx';
import type { Questionnaire } from './questionnaire.ts';
import type { FormView } from './report-view.ts';
import { useProblems } from './use-problems.ts';

/** What stands against sending, in words; the sentence against one answer through `ofQuestion`. */
export function useCheckProblems(
  view: FormView,
  questionnaire: Questionnaire,
): { problems: readonly Problem[]; ofQuestion: (question: string) => string | undefined } {
  const say = useSay();
  const { problems } = useProblems(view);
  const { notice } = view;
  const none = () => undefined;
  switch (notice?.kind) {
    case 'key-reused':
      return { problems: [{ sentence: say('check.keyReused.title') }], ofQuestion: none };
    case 'nothing-answered':
      return { problems: [{ sentence: say('check.nothingAnswered') }], ofQuestion: none };
    case 'refused': {
      const refused = notice.faults.map(({ question, message }) => ({
        field: `answer-of-${question}`,
        sentence: say('check.fault', { question: wordsOf(question), message }),
      }));
      return {
        problems: refused.length > 0 ? refused : [{ sentence: notice.sentence }],
        ofQuestion: (id) => refused.find(({ field }) => field === `answer-of-${id}`)?.sentence,
      };
    }
    default:
      return { problems, ofQuestion: none };
  }

  function wordsOf(id: string): string {
    const question = questionnaire.questions.find((each) => each.id === id);
    return question?.text ?? say('contact.title');
  }
}
