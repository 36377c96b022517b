import { assertNever } from '../../shared/assert-never.ts';
import type { SentForm } from '../form.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask, ServiceFailed } from '../service/ask.ts';
import { keyAfter, newKey } from '../service/new-key.server.ts';
import { logInWith } from '../session/log-in.ts';
import { SendMessageDocument } from './conversation.ts';
import { LONGEST_MESSAGE, type WriteFault, type WriteView } from './write-view.ts';

/**
 * The page to show; or the message is stored; or somebody goes back, who has written nothing.
 * `token`: a session that has just begun.
 */
export type WriteOutcome = { readonly view: WriteView; readonly token?: string } | 'sent' | 'back';

/** Answers one POST of the pages of writing. Whatever goes wrong, the words go back to the page. */
export async function answerWriting(
  context: PortalContext,
  fields: SentForm,
  token: string | null,
): Promise<WriteOutcome> {
  const text = fields.text('text');
  const key = /^[\w-]{22}$/.test(fields.text('key')) ? fields.text('key') : newKey();
  const go = fields.text('go');
  if (fields.has('code')) return logInAgain(context, fields.text('code'), text, key);
  if (go === 'messages') {
    return text.trim() === '' ? 'back' : { view: { kind: 'leaving', text, idempotencyKey: key } };
  }
  if (go === 'change' || go === 'stay')
    return { view: { kind: 'write', text, idempotencyKey: key, fault: null } };
  const fault = faultOf(text);
  if (fault) return { view: { kind: 'write', text, idempotencyKey: key, fault } };
  if (go !== 'send') return { view: { kind: 'review', text, idempotencyKey: key, notice: null } };
  try {
    return await send(context, text, key, token);
  } catch (error) {
    if (error instanceof ServiceFailed && error.code === 'UNAUTHENTICATED') return signedOut(text, key);
    context.reportIncident(error);
    return { view: { kind: 'try-again', fields: fields.entries() } };
  }
}

function faultOf(text: string): WriteFault | null {
  const count = [...text.trim()].length;
  if (count === 0) return { kind: 'empty' };
  return count > LONGEST_MESSAGE ? { kind: 'too-long', count } : null;
}

async function send(
  context: PortalContext,
  text: string,
  key: string,
  token: string | null,
): Promise<WriteOutcome> {
  if (!token) return signedOut(text, key);
  const input = { idempotencyKey: key, text: text.trim() };
  const { sendMessage } = await ask(context, SendMessageDocument, { input }, token);
  switch (sendMessage.__typename) {
    case 'MessageSent':
      return 'sent';
    case 'InvalidMessage':
      return {
        view: {
          kind: 'write',
          text,
          idempotencyKey: key,
          fault: { kind: 'refused' },
        },
      };
    case 'KeyReused':
      return {
        view: { kind: 'review', text, idempotencyKey: keyAfter(key), notice: { kind: 'key-reused' } },
      };
    case 'ConversationClosed':
      return { view: { kind: 'closed', text } };
    case 'ServiceBusy':
      if (sendMessage.isFault) {
        return { view: { kind: 'review', text, idempotencyKey: key, notice: { kind: 'away' } } };
      }
      return {
        view: {
          kind: 'review',
          text,
          idempotencyKey: key,
          notice: { kind: 'busy', seconds: sendMessage.retryAfterSeconds },
        },
      };
    default:
      return assertNever(sendMessage);
  }
}

async function logInAgain(
  context: PortalContext,
  typed: string,
  text: string,
  key: string,
): Promise<WriteOutcome> {
  const outcome = await logInWith(context, typed);
  if ('fault' in outcome)
    return { view: { kind: 'signed-out', text, idempotencyKey: key, typed, fault: outcome.fault } };
  return { view: { kind: 'review', text, idempotencyKey: key, notice: null }, token: outcome.token };
}

function signedOut(text: string, key: string): WriteOutcome {
  return { view: { kind: 'signed-out', text, idempotencyKey: key, typed: '', fault: null } };
}
