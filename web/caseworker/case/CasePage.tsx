import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useParams } from 'react-router';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { CaseAnswers } from './CaseAnswers.tsx';
import { CaseContactDetails } from './CaseContactDetails.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseNews } from './CaseNews.tsx';
import { Conversation } from './Conversation.tsx';
import { ReplyBox } from './reply/ReplyBox.tsx';
import { useCasePage } from './use-case-page.ts';
import { useMarkCaseRead } from './use-mark-case-read.ts';

/** One case: what was reported, the conversation, and the place to reply. */
export function CasePage() {
  const { caseId } = useParams();
  return (
    <>
      <BackToInbox />
      {caseId !== undefined && <CaseById key={caseId} id={caseId} />}
    </>
  );
}

function CaseById({ id }: { readonly id: string }) {
  const intl = useIntl();
  const page = useCasePage(id);
  useMarkCaseRead(page.case ?? null);

  if (page.case === undefined) {
    if (page.failure !== null && page.failure !== 'session-ended') {
      return <FailedPage failure={page.failure} onTryAgain={page.refresh} />;
    }
    return <LoadingCase />;
  }
  if (page.case === null) return <NoSuchCase />;

  const title = intl.formatMessage({ id: 'case.heading' }, { number: page.case.number });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <div className="case">
        <CaseFacts case={page.case} />
        <div className="case-body">
          <CaseContactDetails case={page.case} />
          <CaseAnswers case={page.case} />
          <div>
            <Conversation case={page.case} />
            <CaseNews news={page.news} onShow={page.showNews} />
          </div>
          <ReplyBox case={page.case} onSettled={page.refresh} />
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

function NoSuchCase() {
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

/** Leads to the list this case was opened from, with its filters. */
function BackToInbox() {
  const state: unknown = useLocation().state;
  const search = typeof state === 'object' && state !== null && 'inbox' in state ? state.inbox : '';
  return (
    <p className="back">
      <Link to={{ pathname: '/inbox', search: typeof search === 'string' ? search : '' }}>
        <FormattedMessage id="case.toInbox" />
      </Link>
    </p>
  );
}
