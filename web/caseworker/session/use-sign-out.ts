import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { failureOf } from '../service/failure.ts';

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Signing out, and how it stands. */
export interface SigningOut {
  readonly stage: 'idle' | 'sending' | 'failed';
  /** Ends the session, throws the drafts away, and leaves by loading a new page: nothing stays in memory. */
  signOut(): Promise<void>;
}

/** Signs out. Where no answer comes the person stays signed in and is told so: it may be a shared computer. */
export function useSignOut(): SigningOut {
  const { drafts, bulk, search, grants } = useDashboard();
  const [send] = useMutation(SignOut, { fetchPolicy: 'no-cache' });
  const [stage, setStage] = useState<SigningOut['stage']>('idle');

  return {
    stage,
    signOut: async () => {
      setStage('sending');
      try {
        await send();
      } catch (error) {
        if (failureOf(error) !== 'session-ended') {
          setStage('failed');
          return;
        }
      }
      drafts.discard();
      bulk.abandon();
      search.forget();
      grants.abandon();
      location.replace('/signed-out');
    },
  };
}
