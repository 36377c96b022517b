import { data, type HeadersFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { localeOfRequest } from '../locale.ts';
import { ConversationPage } from '../messaging/ConversationPage.tsx';
import { ConversationDocument, isLate } from '../messaging/conversation.ts';
import { hiddenWhenIdle } from '../messaging/hidden-when-idle.ts';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { readMyReport } from '../session/my-report.ts';
import { tokenOf } from '../session/session.ts';
import { sessionMark } from '../session/session-mark.server.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = await readMyReport(context, request, ConversationDocument);
  const session = sessionMark(tokenOf(request));
  if (found.kind !== 'found') return { found, isLate: false, session };
  return data(
    { found, isLate: isLate(found.report.replyExpectedBy, new Date()), session },
    { headers: hiddenWhenIdle(localeOfRequest(params)) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** "Messages about your report". */
export default function Messages() {
  const { found, isLate, session } = useLoaderData<typeof loader>();
  return (
    <WithMyReport found={found}>
      {(report, notice) => (
        <ConversationPage report={report} isLate={isLate} session={session} notice={notice} />
      )}
    </WithMyReport>
  );
}
