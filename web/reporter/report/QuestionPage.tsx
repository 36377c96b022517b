import { BackButton, GoButton } from '../frame/forms.tsx';
import { Letterbox } from '../frame/Letterbox.tsx';
import { PageTitle, Problems } from '../frame/Page.tsx';
import { Say } from '../text.tsx';
import { answerTo } from './answer.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';
import { MonthField } from './MonthField.tsx';
import type { Question } from './questionnaire.ts';
import { shownQuestions } from './steps.ts';
import { TextField } from './TextField.tsx';
import { useProblems } from './use-problems.ts';

const FIELDS = {
  SHORT_TEXT: TextField,
  LONG_TEXT: TextField,
  ONE_CHOICE: ChoiceField,
  MANY_CHOICES: ChoiceField,
  MONTH: MonthField,
} as const;

/** One question. */
export function QuestionPage({
  view,
  questionnaire,
  question,
}: FormPageProps & { readonly question: Question }) {
  const { problems, of } = useProblems(view);
  const number =
    shownQuestions(questionnaire, view.draft.answers).findIndex(({ id }) => id === question.id) + 1;
  const Field = FIELDS[question.kind];
  return (
    <DraftForm view={view}>
      <PageTitle hasProblem={problems.length > 0} />
      <BackButton />
      {problems.length > 0 && <Problems problems={problems} />}
      <p className="caption">
        <Say id="question.caption" values={{ number }} />
      </p>
      <Field
        question={question}
        answer={answerTo(question, view.draft.answers)}
        problemOf={of}
        takesFocus={problems.length === 0}
      />
      <p className="buttons">
        <GoButton go="next">
          <Say id="question.continue" />
        </GoButton>
        {!question.isNeeded && (
          <GoButton go="skip" look="second">
            <Say id="question.skip" />
          </GoButton>
        )}
      </p>
      <Letterbox />
    </DraftForm>
  );
}
