import { skipToken, useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';
import { useLastingSubscription } from '../service/use-lasting-subscription.ts';

const InboxChanged = graphql(`
  subscription InboxChanged {
    inboxChanged {
      caseId
    }
  }
`);

/** Listens for changed cases while somebody is signed in, and notes them; showing them is for the pages. */
export function useInboxFeed(): void {
  const { session, changes } = useDashboard();
  const isSignedIn = useStore(session).stage === 'signed-in';
  const again = useRef<() => void>(() => {});
  const lasting = useLastingSubscription(() => again.current());

  const { restart } = useSubscription(
    InboxChanged,
    isSignedIn
      ? {
          ignoreResults: true,
          // An id is nothing to keep, and writing thousands of them would look through everything that is shown each time.
          fetchPolicy: 'no-cache',
          onData: ({ data }) => {
            lasting.heard();
            if (data.data) changes.changed(data.data.inboxChanged.caseId);
          },
          onError: lasting.ended,
          onComplete: lasting.ended,
        }
      : skipToken,
  );
  again.current = restart;
}
