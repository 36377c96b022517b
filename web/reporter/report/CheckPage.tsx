import { BackButton, GoButton } from '../frame/forms.tsx';
import { Letterbox } from '../frame/Letterbox.tsx';
import { useOrganisation } from '../frame/organisation-context.tsx';
import { Page } from '../frame/Page.tsx';
import { Say, usePath, useSay } from '../text.tsx';
import { AnswerRows } from './AnswerRows.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';
import { Glance } from './Glance.tsx';
import { KeptOutRows } from './KeptOutRows.tsx';
import { SummaryRow } from './SummaryRow.tsx';
import { useCheckProblems } from './use-check-problems.ts';

/** "Check your answers", the last page before anything is sent. */
export function CheckPage({ view, questionnaire, route }: FormPageProps) {
  const say = useSay();
  const { name } = useOrganisation();
  const { problems, ofQuestion } = useCheckProblems(view, questionnaire);
  const { draft, notice } = view;
  const { contact } = draft;
  return (
    <DraftForm view={view}>
      <Page heading={<Say id="check.title" />} above={<BackButton />} problems={problems}>
        {notice?.kind === 'key-reused' && <AlreadySent />}
        {notice?.kind === 'questions-changed' && (
          <p className="notice">
            <Say id="check.questionsChanged" values={{ organisation: name }} />
          </p>
        )}
        <p className="lead">
          <Say id="check.sentWhen" />
        </p>
        <h2>
          <Say id="check.questions" />
        </h2>
        <AnswerRows questionnaire={questionnaire} draft={draft} problemOf={ofQuestion} />
        {route === 'contact' && (
          <>
            <h2>
              <Say id="check.contact" />
            </h2>
            <dl className="summary">
              <SummaryRow
                id="answer-of-contact-details"
                asked={say('contact.title')}
                answered={contact ? [contact.name, contact.email, contact.phone].filter(Boolean) : null}
                change="contact"
                problem={ofQuestion('contact-details')}
              />
            </dl>
          </>
        )}
        <KeptOutRows questionnaire={questionnaire} draft={draft} />
        <h2>
          <Say id="check.messages" />
        </h2>
        <dl className="summary">
          <SummaryRow
            id="answer-of-messaging"
            asked={say('check.messages.question')}
            answered={draft.messaging ? [say(`check.messages.${draft.messaging}`)] : null}
            change="messaging"
          />
        </dl>
        <Glance />
        <Letterbox messaging={draft.messaging} />
        <p className="buttons">
          <GoButton go="send">
            <Say id="check.send" />
          </GoButton>
        </p>
        <p className="hint">
          <Say id="check.send.once" />
        </p>
      </Page>
    </DraftForm>
  );
}

/** This form was sent once with other answers: what to do with the ones on the page now. */
function AlreadySent() {
  const path = usePath();
  return (
    <div className="notice">
      <p>
        <Say id="check.keyReused.text" />
      </p>
      <p>
        <Say id="check.keyReused.again" />
      </p>
      <p className="buttons">
        <GoButton go="another-report" look="second">
          <Say id="check.keyReused.new" />
        </GoButton>
        <a href={path('/login')}>
          <Say id="check.keyReused.messages" />
        </a>
      </p>
    </div>
  );
}
