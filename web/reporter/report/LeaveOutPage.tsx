import { GoButton } from '../frame/forms.tsx';
import { Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';
import { answerTo } from './answer.ts';
import { useAnswerWords } from './answer-words.ts';
import { DraftForm } from './DraftForm.tsx';
import { filledFields } from './filled-fields.ts';
import type { FormPageProps } from './form-page.ts';
import { questionAt } from './steps.ts';

/**
 * Skip would throw away what was written: nothing is lost before somebody says so. What stood in the fields stands in
 * this page's form once more, so that Continue and Back find it where it was.
 */
export function LeaveOutPage({ view, questionnaire }: FormPageProps) {
  const path = usePath();
  const words = useWritten({ view, questionnaire });
  const isContact = view.step === 'contact';
  return (
    // Anonymous reports have no page of contact details, and this one stands at their address.
    <DraftForm view={view} action={isContact ? path('/report-with-contact-details') : undefined}>
      {filledFields(view.step, view.draft).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Page
        heading={<Say id="leaveOut.title" />}
        above={
          <p className="back">
            <GoButton go="stay" look="link">
              <Say id="frame.back" />
            </GoButton>
          </p>
        }
      >
        <p className="lead">
          <Say id="leaveOut.text" />
        </p>
        <article className="letter">
          {words.map((line) => (
            <p className="said" dir="auto" key={line}>
              {line}
            </p>
          ))}
        </article>
        <p className="buttons">
          <GoButton go="next">
            <Say id="leaveOut.keep" />
          </GoButton>
          <button
            type="submit"
            name="go"
            value="leave-out"
            formAction={isContact ? path('/report') : undefined}
            className="button-second"
          >
            <Say id={isContact ? 'contact.anonymous' : 'leaveOut.leave'} />
          </button>
        </p>
      </Page>
    </DraftForm>
  );
}

/** What stood in the fields, as people read it: a line for each. */
function useWritten({
  view: { step, draft },
  questionnaire,
}: Pick<FormPageProps, 'view' | 'questionnaire'>): readonly string[] {
  const answerWords = useAnswerWords();
  const question = questionAt(step, questionnaire);
  if (question) return answerWords(question, answerTo(question, draft.answers)) ?? [];
  if (step === 'contact') return Object.values(draft.contact ?? {}).filter(Boolean);
  return questionnaire.keptOutChoices.filter(({ id }) => draft.keptOut?.includes(id)).map(({ text }) => text);
}
