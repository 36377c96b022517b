import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { readForm } from '../form.ts';
import { asideFor } from '../frame/aside-view.ts';
import type { PageHandle } from '../frame/asides.ts';
import { localeOfRequest, pathIn } from '../locale.ts';
import { WritingDocument, waitsForReply } from '../messaging/conversation.ts';
import { WithMyReport } from '../messaging/WithMyReport.tsx';
import { WritePages } from '../messaging/WritePages.tsx';
import { answerWriting } from '../messaging/write-action.server.ts';
import { newKey } from '../service/new-key.server.ts';
import { sessionCookie } from '../session/cookies.ts';
import { readMyReport } from '../session/my-report.ts';
import { tokenOf } from '../session/session.ts';
import { sessionMark } from '../session/session-mark.server.ts';

export const handle: PageHandle = { holdsWords: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const session = sessionMark(tokenOf(request));
  return { found: await readMyReport(context, request, WritingDocument), key: newKey(), session };
}

/** Answers each page of writing with the next one; a stored message sends the browser on. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const aside = asideFor(form);
  if (aside) return data(aside, {});
  const outcome = await answerWriting(context, form, tokenOf(request));
  if (outcome === 'begin') return redirect(pathIn(localeOfRequest(params), '/messages/write'), 303);
  if (outcome === 'back') return redirect(pathIn(localeOfRequest(params), '/messages'), 303);
  if (outcome === 'sent') return redirect(pathIn(localeOfRequest(params), '/messages/sent'), 303);
  const headers: HeadersInit = outcome.session ? { 'Set-Cookie': sessionCookie(outcome.session) } : {};
  return data(outcome.view, { headers });
}

/** "Write a message", and checking it. */
export default function Write() {
  const { found, key, session } = useLoaderData<typeof loader>();
  const view = useActionData<typeof action>();
  const waits = found.kind === 'found' && waitsForReply(found.report.messages);
  if (view) return <WritePages view={view} waitsForReply={waits} />;
  return (
    <WithMyReport found={found}>
      {({ canSend }) => (
        <WritePages
          view={
            canSend
              ? { kind: 'write', text: '', idempotencyKey: key, session, fault: null }
              : { kind: 'closed', text: '' }
          }
          waitsForReply={waits}
        />
      )}
    </WithMyReport>
  );
}
