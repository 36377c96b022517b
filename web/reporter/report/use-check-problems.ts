import type { Problem } from '../frame/Page.tsx';
import { useSay } from '../text.tsx';
import type { Question, Questionnaire } from './questionnaire.ts';
import { REFUSED_TEXTS, refusedText } from './refused-answer.ts';
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
      const refused = notice.faults.map((fault) => {
        const question = questionOf(fault.question);
        const { message, values } = refusedText(fault, question);
        const asked = question?.text ?? say('contact.title');
        return {
          field: `answer-of-${fault.question}`,
          sentence: say('check.fault', { question: asked, message: say(message, values) }),
        };
      });
      return {
        problems: refused.length > 0 ? refused : [{ sentence: say(REFUSED_TEXTS[notice.reason]) }],
        ofQuestion: (id) => refused.find(({ field }) => field === `answer-of-${id}`)?.sentence,
      };
    }
    default:
      return { problems, ofQuestion: none };
  }

  function questionOf(id: string): Question | undefined {
    return questionnaire.questions.find((each) => each.id === id);
  }
}
