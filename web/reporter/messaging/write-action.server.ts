import { assertNever } from '../../shared/assert-never.ts';
import type { SentForm } from '../form.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask, ServiceFailed } from '../service/ask.ts';
import { keyAfter, newKey } from '../service/new-key.server.ts';
import type { HeldSession } from '../session/cookies.ts';
import { logInWith } from '../session/log-in.ts';
import { sessionMark } from '../session/session-mark.server.ts';
import { SendMessageDocument } from './conversation.ts';
import {
  LONGEST_MESSAGE,
  type ReviewNotice,
  type SignedOut,
  type Unsent,
  type WriteFault,
  type WriteView,
} from './write-view.ts';

/**
 * The page to show; or the message is stored; or somebody begins one, or goes back and has written nothing.
 * `session`: one that has just begun.
 */
export type WriteOutcome =
  | { readonly view: WriteView; readonly session?: HeldSession }
  | 'sent'
  | 'begin'
  | 'back';

/** Answers one POST of the pages of writing. Whatever goes wrong, the words go back to the page. */
export async function answerWriting(
  context: PortalContext,
  fields: SentForm,
  token: string | null,
): Promise<WriteOutcome> {
  const unsent: Unsent = {
    text: fields.text('text'),
    idempotencyKey: /^[\w-]{22}$/.test(fields.text('key')) ? fields.text('key') : newKey(),
    session: fields.text('session'),
  };
  const go = fields.text('go');
  const why = whySignedOut(unsent, token);
  if (fields.has('code')) return logInAgain(context, fields.text('code'), unsent, token);
  if (go === 'begin') return why === 'other' ? signedOut(unsent, why) : 'begin';
  if (go === 'messages') return unsent.text.trim() === '' ? 'back' : { view: { kind: 'leaving', ...unsent } };
  if (go === 'change' || go === 'stay') return { view: { kind: 'write', ...unsent, fault: null } };
  const fault = faultOf(unsent.text);
  if (fault) return { view: { kind: 'write', ...unsent, fault } };
  if (why === 'other') return signedOut(unsent, why);
  if (go !== 'send') return review(unsent, null);
  try {
    return await send(context, unsent, token);
  } catch (error) {
    if (error instanceof ServiceFailed && error.code === 'UNAUTHENTICATED') return signedOut(unsent, why);
    context.reportIncident(error);
    return { view: { kind: 'try-again', fields: fields.entries() } };
  }
}

function faultOf(text: string): WriteFault | null {
  const count = [...text.trim()].length;
  if (count === 0) return { kind: 'empty' };
  return count > LONGEST_MESSAGE ? { kind: 'too-long', count } : null;
}

async function send(context: PortalContext, unsent: Unsent, token: string | null): Promise<WriteOutcome> {
  if (!token) return signedOut(unsent, 'no-cookie');
  const { text, idempotencyKey } = unsent;
  const input = { idempotencyKey, text: text.trim() };
  const { sendMessage } = await ask(context, SendMessageDocument, { input }, token);
  switch (sendMessage.__typename) {
    case 'MessageSent':
      return 'sent';
    case 'InvalidMessage':
      return { view: { kind: 'write', ...unsent, fault: { kind: 'refused' } } };
    case 'KeyReused':
      return review({ ...unsent, idempotencyKey: keyAfter(idempotencyKey) }, { kind: 'key-reused' });
    case 'ConversationClosed':
      return { view: { kind: 'closed', text } };
    case 'ServiceBusy':
      if (sendMessage.isFault) return review(unsent, { kind: 'away' });
      return review(unsent, { kind: 'busy', seconds: sendMessage.retryAfterSeconds });
    default:
      return assertNever(sendMessage);
  }
}

async function logInAgain(
  context: PortalContext,
  typed: string,
  unsent: Unsent,
  token: string | null,
): Promise<WriteOutcome> {
  const session = await logInWith(context, typed, token);
  if ('fault' in session) {
    const why = whySignedOut(unsent, token);
    return { view: { kind: 'signed-out', ...unsent, why, typed, fault: session.fault } };
  }
  const kept = { ...unsent, session: sessionMark(session.token) };
  return unsent.text.trim() === ''
    ? { view: { kind: 'write', ...kept, fault: null }, session }
    : { ...review(kept, null), session };
}

function review(unsent: Unsent, notice: ReviewNotice | null): { readonly view: WriteView } {
  return { view: { kind: 'review', ...unsent, notice } };
}

/** What stands against going on, should anything do so. */
function whySignedOut({ session }: Unsent, token: string | null): SignedOut {
  if (token === null) return 'no-cookie';
  return session === sessionMark(token) ? 'ended' : 'other';
}

function signedOut(unsent: Unsent, why: SignedOut): WriteOutcome {
  return { view: { kind: 'signed-out', ...unsent, why, typed: '', fault: null } };
}
