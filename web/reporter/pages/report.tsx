import type { ActionFunctionArgs } from 'react-router';
import { ReportPages } from '../report/ReportPages.tsx';
import { actOnReportForm, loadReportForm } from '../report/report-route.server.ts';

export const loader = loadReportForm;
export const action = (args: ActionFunctionArgs) => actOnReportForm('anonymous', args);

/** Report anonymously: every page of it stands at this one address. */
export default function ReportAnonymously() {
  return <ReportPages route="anonymous" />;
}
