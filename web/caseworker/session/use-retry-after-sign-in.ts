import { useEffect, useRef } from 'react';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';

/** Tries once more what failed because the session had ended, as soon as somebody has signed in again. */
export function useRetryAfterSignIn(hasFailed: boolean, retry: () => void): void {
  const state = useStore(useDashboard().session);
  const turn = state.stage === 'signed-in' ? state.turn : 0;
  const lastTurn = useRef(turn);

  useEffect(() => {
    if (turn === 0 || turn === lastTurn.current) return;
    lastTurn.current = turn;
    if (hasFailed) retry();
  }, [turn, hasFailed, retry]);
}
