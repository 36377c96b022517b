import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { MyAnswersDocument } from '../messaging/conversation.ts';
import { MyAnswersPage } from '../messaging/MyAnswersPage.tsx';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { readMyReport } from '../session/my-report.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  return readMyReport(context, request, MyAnswersDocument);
}

/** "Your report": the answers as they were sent. */
export default function MyReport() {
  return (
    <WithMyReport found={useLoaderData<typeof loader>()}>
      {(report) => <MyAnswersPage report={report} />}
    </WithMyReport>
  );
}
