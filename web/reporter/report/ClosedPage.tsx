import { GoButton } from '../frame/forms.tsx';
import { useOrganisation } from '../frame/organisation-context.tsx';
import { Page } from '../frame/Page.tsx';
import { SupportList } from '../frame/SupportList.tsx';
import { InLanguage, Say, usePath } from '../text.tsx';
import { AnswerRows } from './AnswerRows.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { Draft } from './draft.ts';
import type { Questionnaire } from './questionnaire.ts';
import { formView } from './report-view.ts';

/** Reports are not taken: why, and where to turn instead. */
export function ClosedPage() {
  const { name, isOpen } = useOrganisation();
  const path = usePath();
  return (
    <Page heading={<Say id={isOpen ? 'closed.title' : 'closed.shut.title'} />} isFirst>
      <p className="lead">
        <Say id={isOpen ? 'closed.text' : 'closed.shut.text'} values={{ organisation: name }} />
      </p>
      <ClosedReason />
      <p>
        <Say id="closed.code" />{' '}
        <a href={path('/login')}>
          <Say id="login.title" />
        </a>
      </p>
      <h2>
        <Say id="closed.support" />
      </h2>
      <SupportList headingLevel="h3" />
    </Page>
  );
}

/** Why the organisation closed it, in its words. */
function ClosedReason() {
  const { closedReason } = useOrganisation();
  if (!closedReason) return null;
  return (
    <p className="said">
      <InLanguage tag={closedReason.locale}>{closedReason.text}</InLanguage>
    </p>
  );
}

/** Reports were not taken as this one was sent. The answers stay, to be copied or sent later. */
export function StillClosedPage({
  draft,
  questionnaire,
}: {
  draft: Draft;
  questionnaire: Questionnaire | null;
}) {
  const { name } = useOrganisation();
  return (
    <DraftForm view={formView({ step: 'check', draft, faults: [] })}>
      <Page heading={<Say id="closed.shut.title" />}>
        <p className="lead">
          <Say id="closed.text.sending" values={{ organisation: name }} />
        </p>
        <ClosedReason />
        {questionnaire && (
          <>
            <h2>
              <Say id="closed.keep" />
            </h2>
            <AnswerRows questionnaire={questionnaire} draft={draft} problemOf={() => undefined} />
          </>
        )}
        <p className="buttons">
          <GoButton go="send">
            <Say id="closed.tryAgain" />
          </GoButton>
        </p>
        <h2>
          <Say id="closed.support" />
        </h2>
        <SupportList headingLevel="h3" />
      </Page>
    </DraftForm>
  );
}
