import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { WritingDocument } from '../messaging/conversation.ts';
import { MessageSentPage } from '../messaging/MessageSentPage.tsx';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { readMyReport } from '../session/my-report.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  return readMyReport(context, request, WritingDocument);
}

/** "Message sent". A reload sends nothing again: it is the page after the POST. */
export default function MessageSent() {
  return (
    <WithMyReport found={useLoaderData<typeof loader>()}>
      {({ replyExpectedBy }) => <MessageSentPage replyExpectedBy={replyExpectedBy} />}
    </WithMyReport>
  );
}
