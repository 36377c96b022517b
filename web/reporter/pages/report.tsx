import type { ActionFunctionArgs } from 'react-router';
import type { PageHandle } from '../frame/asides.ts';
import { ReportPages } from '../report/ReportPages.tsx';
import { actOnReportForm, loadReportForm } from '../report/report-route.server.ts';

export const handle: PageHandle = { holdsWords: true };
export const loader = loadReportForm;
export const action = (args: ActionFunctionArgs) => actOnReportForm('anonymous', args);

/** Report anonymously: every page of it stands at this one address. */
export default function ReportAnonymously() {
  return <ReportPages route="anonymous" />;
}
