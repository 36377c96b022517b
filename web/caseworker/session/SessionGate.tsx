import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { readFragment } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { Shell } from '../app/Shell.tsx';
import { useStore } from '../service/store.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { MeQuery, Session_caseworker } from './me.query.ts';
import { SetUpPage } from './SetUpPage.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { SignInPage } from './SignInPage.tsx';

/**
 * Lets in whoever is signed in. When their session ends the page they are on stays as it is, with all that is being
 * written on it, and is covered until they sign in again.
 */
export function SessionGate() {
  const { session } = useDashboard();
  const state = useStore(session);

  switch (state.stage) {
    case 'unknown':
      return <FindSession />;
    case 'unreachable':
      return (
        <PlainPage>
          <FailedPage failure="unreachable" onTryAgain={() => session.askAgain()} />
        </PlainPage>
      );
    case 'nobody':
      return <SignInPage />;
    case 'signed-in':
    case 'ended':
      if (state.stage === 'signed-in' && state.caseworker.mustSetUpSecondFactor) {
        return <SetUpPage caseworker={state.caseworker} />;
      }
      return (
        <>
          <Shell caseworker={state.caseworker} />
          {state.stage === 'ended' && <SignInAgain caseworker={state.caseworker} />}
        </>
      );
    default:
      return assertNever(state);
  }
}

/** Asks the service once whose session the cookie proves. */
function FindSession() {
  const { session } = useDashboard();
  const { data, error } = useQuery(MeQuery, { fetchPolicy: 'network-only' });

  useEffect(() => {
    if (error !== undefined) session.gaveNoAnswer();
    else if (data?.me === null) session.ended();
    else if (data?.me) session.began(readFragment(Session_caseworker, data.me));
  }, [data, error, session]);

  return (
    <PlainPage>
      <h1>
        <FormattedMessage id="app.opening" />
      </h1>
    </PlainPage>
  );
}
