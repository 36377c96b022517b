import { data, type HeadersFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { localeOfRequest } from '../locale.ts';
import { MyAnswersDocument } from '../messaging/conversation.ts';
import { hiddenWhenIdle } from '../messaging/hidden-when-idle.ts';
import { MyAnswersPage } from '../messaging/MyAnswersPage.tsx';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { readMyReport } from '../session/my-report.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = await readMyReport(context, request, MyAnswersDocument);
  return data(
    found,
    found.kind === 'found' ? { headers: hiddenWhenIdle(localeOfRequest(params)) } : undefined,
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** "Your report": the answers as they were sent. */
export default function MyReport() {
  return (
    <WithMyReport found={useLoaderData<typeof loader>()}>
      {(report, notice) => <MyAnswersPage report={report} notice={notice} />}
    </WithMyReport>
  );
}
