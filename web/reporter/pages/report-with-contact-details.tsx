import type { ActionFunctionArgs } from 'react-router';
import { ReportPages } from '../report/ReportPages.tsx';
import { actOnReportForm, loadReportForm } from '../report/report-route.server.ts';

export const loader = loadReportForm;
export const action = (args: ActionFunctionArgs) => actOnReportForm('contact', args);

/** Report with contact details: every page of it stands at this one address. */
export default function ReportWithContactDetails() {
  return <ReportPages route="contact" />;
}
