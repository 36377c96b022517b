import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { localeOfRequest, pathIn } from '../locale.ts';
import { WritingDocument, waitsForReply } from '../messaging/conversation.ts';
import { MessageSentPage } from '../messaging/MessageSentPage.tsx';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { readMyReport } from '../session/my-report.ts';

/** Without a message that waits for a reply nothing was sent, whatever address was opened: then to the messages. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = await readMyReport(context, request, WritingDocument);
  if (found.kind === 'found' && !waitsForReply(found.report.messages)) {
    throw redirect(pathIn(localeOfRequest(params), '/messages'));
  }
  return found;
}

/** "Message sent". A reload sends nothing again: it is the page after the POST. */
export default function MessageSent() {
  return (
    <WithMyReport found={useLoaderData<typeof loader>()}>
      {({ replyExpectedBy }) => <MessageSentPage replyExpectedBy={replyExpectedBy} />}
    </WithMyReport>
  );
}
