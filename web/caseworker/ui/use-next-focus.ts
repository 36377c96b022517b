import { useCallback, useEffect, useRef } from 'react';

/**
 * Puts the focus where it belongs after the next change of the page: what had it is gone, or something new is there to
 * be filled in.
 *
 * @returns takes the ids that may get it, the first that is there.
 */
export function useNextFocus(): (...ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);

  useEffect(() => {
    const found = wanted.current.map((id) => document.getElementById(id)).find((element) => element !== null);
    found?.focus();
    if (found) wanted.current = [];
  });

  return useCallback((...ids) => {
    wanted.current = ids;
  }, []);
}
