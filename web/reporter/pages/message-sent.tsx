import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { isFromOurPages } from '../form.ts';
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
  return { found, wasSent: isFromOurPages(request.headers) };
}

/**
 * "Message sent". A reload sends nothing again: it is the page after the POST. Where the service fails by now, it is said all
 * the same, without the day: nothing but a stored message leads here from our own pages.
 */
export default function MessageSent() {
  const { found, wasSent } = useLoaderData<typeof loader>();
  if (found.kind === 'unavailable' && wasSent) return <MessageSentPage replyExpectedBy={null} />;
  return (
    <WithMyReport found={found}>
      {({ replyExpectedBy }) => <MessageSentPage replyExpectedBy={replyExpectedBy} />}
    </WithMyReport>
  );
}
