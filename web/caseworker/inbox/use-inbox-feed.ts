import { skipToken, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { backOff } from '../service/back-off.ts';
import { useStore } from '../service/store.ts';

const InboxChanged = graphql(`
  subscription InboxChanged {
    inboxChanged {
      caseId
    }
  }
`);

/**
 * Listens for changed cases while somebody is signed in, and notes them; showing them is for the pages.
 *
 * The socket comes back by itself after a cut. What ends the subscription alone (the service refused it, or
 * completed it while shutting down) is answered here by subscribing again, later each time.
 */
export function useInboxFeed(): void {
  const { session, changes } = useDashboard();
  const isSignedIn = useStore(session).stage === 'signed-in';
  const tries = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const { restart } = useSubscription(
    InboxChanged,
    isSignedIn
      ? {
          ignoreResults: true,
          onData: ({ data }) => {
            tries.current = 0;
            if (data.data) changes.changed(data.data.inboxChanged.caseId);
          },
          onError: () => subscribeLater(),
          onComplete: () => subscribeLater(),
        }
      : skipToken,
  );

  function subscribeLater(): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        if (session.get().stage === 'signed-in') restart();
      },
      backOff(tries.current, Math.random()),
    );
    tries.current += 1;
  }

  useEffect(() => () => clearTimeout(timer.current), []);
}
