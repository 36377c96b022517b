import { useActionData, useLoaderData } from 'react-router';
import { assertNever } from '../../shared/assert-never.ts';
import { AsidePage } from '../frame/AsidePage.tsx';
import { ErrorPage } from '../frame/ErrorPage.tsx';
import { useOrganisation } from '../frame/organisation-context.tsx';
import { TryAgainPage } from '../frame/TryAgainPage.tsx';
import { CheckPage } from './CheckPage.tsx';
import { ClosedPage, StillClosedPage } from './ClosedPage.tsx';
import { CodeCheckPage } from './CodeCheckPage.tsx';
import { CodePage } from './CodePage.tsx';
import { ContactPage } from './ContactPage.tsx';
import type { FormPageProps } from './form-page.ts';
import { KeptOutPage } from './KeptOutPage.tsx';
import { LeaveOutPage } from './LeaveOutPage.tsx';
import { OptInPage } from './OptInPage.tsx';
import { QuestionPage } from './QuestionPage.tsx';
import type { loadReportForm } from './report-route.server.ts';
import { formView, type ReportView } from './report-view.ts';
import { StartPage } from './StartPage.tsx';
import { questionAt, type ReportRoute } from './steps.ts';

/** The form of one route: whichever of its pages the GET or the POST before leads to. */
export function ReportPages({ route }: { route: ReportRoute }) {
  const { questionnaire, draft } = useLoaderData<typeof loadReportForm>();
  const { acceptsReports } = useOrganisation();
  const posted = useActionData<ReportView>();
  const view = posted ?? formView({ step: 'start', draft, faults: [] });
  switch (view.kind) {
    case 'try-again':
      return <TryAgainPage fields={view.fields} />;
    case 'aside':
      return <AsidePage {...view} />;
    case 'unreadable':
      return <ErrorPage status={400} />;
    case 'closed':
      return <StillClosedPage draft={view.draft} questionnaire={questionnaire} />;
    case 'form':
      if (!posted && !acceptsReports) return <ClosedPage />;
      if (!questionnaire) return <ErrorPage status={503} />;
      return <FormPage view={view} questionnaire={questionnaire} route={route} />;
    default:
      return assertNever(view);
  }
}

function FormPage(props: FormPageProps) {
  const { view, questionnaire } = props;
  if (view.asks === 'leave-out') return <LeaveOutPage {...props} />;
  switch (view.step) {
    case 'start':
      return <StartPage {...props} />;
    case 'contact':
      return <ContactPage {...props} />;
    case 'kept-out':
      return <KeptOutPage {...props} />;
    case 'messaging':
      return <OptInPage {...props} />;
    case 'code':
      return <CodePage {...props} />;
    case 'code-check':
      return <CodeCheckPage {...props} />;
    case 'check':
      return <CheckPage {...props} />;
    default: {
      const question = questionAt(view.step, questionnaire);
      return question ? <QuestionPage {...props} question={question} /> : <ErrorPage status={500} />;
    }
  }
}
