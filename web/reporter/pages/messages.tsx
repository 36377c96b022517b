import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ConversationPage } from '../messaging/ConversationPage.tsx';
import { ConversationDocument, isLate } from '../messaging/conversation.ts';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { readMyReport } from '../session/my-report.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const found = await readMyReport(context, request, ConversationDocument);
  return { found, isLate: found.kind === 'found' && isLate(found.report.replyExpectedBy, new Date()) };
}

/** "Messages about your report". */
export default function Messages() {
  const { found, isLate } = useLoaderData<typeof loader>();
  return (
    <WithMyReport found={found}>
      {(report) => <ConversationPage report={report} isLate={isLate} />}
    </WithMyReport>
  );
}
