import { useEffect, useRef } from 'react';
import { useDashboard } from '../app/dashboard.ts';
import { backOff } from './back-off.ts';

/** What a subscription is told to do when it ends by itself. */
export interface LastingSubscription {
  /** Something came: the next wait starts from the shortest. */
  heard(): void;
  /** It ended: it begins again, later each time, while somebody is signed in. */
  ended(): void;
}

/**
 * Begins a subscription again that the service refused or completed, as it does while shutting down. The socket itself
 * comes back on its own (`openSocket`).
 */
export function useLastingSubscription(restart: () => void): LastingSubscription {
  const { session } = useDashboard();
  const tries = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    heard: () => {
      tries.current = 0;
    },
    ended: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => {
          if (session.get().stage === 'signed-in') restart();
        },
        backOff(tries.current, Math.random()),
      );
      tries.current += 1;
    },
  };
}
