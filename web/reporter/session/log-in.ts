import { assertNever } from '../../shared/assert-never.ts';
import { graphql } from '../../shared/graphql.ts';
import type { MessageId } from '../../shared/messages/reporter/catalog.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask, ServiceFailed } from '../service/ask.ts';
import type { HeldSession } from './cookies.ts';
import { endSession } from './session.ts';
import { codeIn, typedCodeFault } from './typed-code.ts';

const LoginWithCodeDocument = graphql(`
  mutation LoginWithCode($code: String!) {
    loginWithCode(code: $code) {
      __typename
      ... on ReporterSession {
        token
      }
      ... on ServiceBusy {
        retryAfterSeconds
        isFault
      }
    }
  }
`);

const StillOpenDocument = graphql(`
  query StillOpen {
    myReport {
      submittedOn
    }
  }
`);

/** Why a code was not let in, to stand beside its field. */
export interface LoginFault {
  readonly message: MessageId;
  readonly values?: Readonly<Record<string, number>>;
}

/** A session, or why there is none. */
export type LoginOutcome = HeldSession | { readonly fault: LoginFault };

/** Seconds to wait that are named where the service gave none. */
const USUAL_WAIT = 30;

/**
 * Logs in with a code as it was typed. Never throws: the page stays, and so does what was typed.
 *
 * @param before the token that the browser held until now. Its session ends: nobody could end it later, and "Finish" would
 *   leave its messages on the screen of another tab.
 */
export async function logInWith(
  context: PortalContext,
  typed: string,
  before: string | null,
): Promise<LoginOutcome> {
  const fault = typedCodeFault(typed);
  if (fault) return { fault };
  try {
    const { loginWithCode } = await ask(context, LoginWithCodeDocument, { code: codeIn(typed) });
    switch (loginWithCode.__typename) {
      case 'ReporterSession':
        return { token: loginWithCode.token, followsAnother: await takeOver(context, before) };
      case 'MistypedCode':
        return { fault: { message: 'login.mistyped' } };
      case 'CodeNotRecognised':
        return { fault: { message: 'login.unknown' } };
      case 'ServiceBusy':
        if (loginWithCode.isFault) return { fault: { message: 'login.failed' } };
        return busy(loginWithCode.retryAfterSeconds);
      default:
        return assertNever(loginWithCode);
    }
  } catch (error) {
    if (error instanceof ServiceFailed && error.code === 'THROTTLED') return busy(USUAL_WAIT);
    context.reportIncident(error);
    return { fault: { message: 'login.failed' } };
  }
}

/** Ends the session that was there before, if any. @returns whether it was still open. */
async function takeOver(context: PortalContext, before: string | null): Promise<boolean> {
  if (before === null) return false;
  const wasOpen = await ask(context, StillOpenDocument, {}, before).then(
    ({ myReport }) => myReport !== null,
    () => false,
  );
  if (wasOpen) await endSession(context, before);
  return wasOpen;
}

function busy(seconds: number): LoginOutcome {
  return { fault: { message: 'login.busy', values: { seconds } } };
}
