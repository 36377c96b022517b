import { skipToken, useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';
import { useLastingSubscription } from '../service/use-lasting-subscription.ts';

const ColleaguesOnCase = graphql(`
  subscription ColleaguesOnCase($caseId: ID!) {
    colleaguesOnCase(caseId: $caseId) {
      id
      name
    }
  }
`);

/**
 * Names of the other members of staff who have this case open; none while it is not known.
 *
 * @param onEnd the service tells no more: it closes, or the case is gone or not this caseworker's any more.
 */
export function useColleaguesOnCase(caseId: string, onEnd: () => void): readonly string[] {
  const isSignedIn = useStore(useDashboard().session).stage === 'signed-in';
  const again = useRef<() => void>(() => {});
  const lasting = useLastingSubscription(() => again.current());

  const { data, restart } = useSubscription(
    ColleaguesOnCase,
    isSignedIn
      ? {
          variables: { caseId },
          fetchPolicy: 'no-cache',
          onData: lasting.heard,
          onError: lasting.ended,
          onComplete: () => {
            lasting.ended();
            onEnd();
          },
        }
      : skipToken,
  );
  again.current = restart;
  return data?.colleaguesOnCase.map(({ name }) => name) ?? [];
}
