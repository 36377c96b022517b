import './case.css';
import './writing/writing.css';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { CaseAnswers } from './CaseAnswers.tsx';
import { CaseContactDetails } from './CaseContactDetails.tsx';
import { CaseNews } from './CaseNews.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import { Colleagues } from './Colleagues.tsx';
import { Conversation } from './Conversation.tsx';
import { CaseDeletion } from './deletion/CaseDeletion.tsx';
import { CaseHolders } from './holders/CaseHolders.tsx';
import { forgetCase } from './holders/forget-case.ts';
import { CaseHistory } from './record/CaseHistory.tsx';
import { CaseNotes } from './record/CaseNotes.tsx';
import { useCasePage } from './use-case-page.ts';
import { useLeaveCase } from './use-leave-case.ts';
import { useMarkCaseRead } from './use-mark-case-read.ts';
import { CaseFacts } from './work/CaseFacts.tsx';
import { WorkPanel } from './work/WorkPanel.tsx';
import { WritingBox } from './writing/WritingBox.tsx';

/** One case: what was reported, the conversation, the place to write, and what can be done with it. */
export function CasePage() {
  const { caseId } = useParams();
  if (caseId === undefined) return null;
  return (
    <>
      <CaseSteps caseId={caseId} />
      <CaseById key={caseId} id={caseId} />
    </>
  );
}

function CaseById({ id }: { readonly id: string }) {
  const intl = useIntl();
  const page = useCasePage(id, useLeaveCase(id, '/closed-to-you'));
  useMarkCaseRead(page.case ?? null);

  if (page.case === undefined) {
    if (page.failure !== null && page.failure !== 'session-ended') {
      return <FailedPage failure={page.failure} onTryAgain={() => void page.refresh()} />;
    }
    return <LoadingCase />;
  }
  if (page.case === null) return <NoSuchCase id={id} />;

  const title = intl.formatMessage({ id: 'case.heading' }, { number: page.case.number });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <Colleagues caseId={id} onEnd={() => void page.look()} />
      <div className="case">
        <CaseFacts case={page.case}>
          <WorkPanel case={page.case} />
        </CaseFacts>
        <div className="case-body">
          <CaseContactDetails case={page.case} />
          <CaseAnswers case={page.case} />
          <div>
            <Conversation case={page.case} />
            <CaseNews news={page.news} onShow={page.showNews} />
          </div>
          <CaseNotes case={page.case} />
          <WritingBox case={page.case} onSettled={page.refresh} />
          <CaseHolders case={page.case} />
          <CaseHistory case={page.case} />
          <CaseDeletion case={page.case} onChanged={() => void page.refresh()} />
        </div>
      </div>
    </>
  );
}

function LoadingCase() {
  return (
    <>
      <h1>
        <FormattedMessage id="case.heading.loading" />
      </h1>
      <p role="status">
        <FormattedMessage id="case.loading" />
      </p>
    </>
  );
}

function NoSuchCase({ id }: { readonly id: string }) {
  const dashboard = useDashboard();
  // A list led here in which it still stood. Forgotten on leaving: while it stands here it would be asked for once more.
  useEffect(() => () => forgetCase(dashboard, id), [dashboard, id]);
  const title = useIntl().formatMessage({ id: 'case.notFound.heading' });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p>
        <FormattedMessage id="case.notFound.body" />
      </p>
    </>
  );
}
