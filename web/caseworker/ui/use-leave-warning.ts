import { useEffect } from 'react';

/** Lets the browser ask before the window closes or loads anew, while there is something to lose. */
export function useLeaveWarning(isLosing: () => boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isLosing()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isLosing]);
}
