import { useLayoutEffect, useRef } from 'react';
import { useDashboard } from '../app/dashboard.ts';
import type { CommandName } from './shortcuts.ts';

/**
 * Offers a command while the component stands, from before it can be seen: a key counts as soon as its page shows.
 *
 * @param run null: not offered just now.
 */
export function useCommand(name: CommandName, run: (() => void) | null): void {
  const { commands } = useDashboard();
  const latest = useRef(run);
  const isOffered = run !== null;

  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(
    () => (isOffered ? commands.add(name, () => latest.current?.()) : undefined),
    [commands, name, isOffered],
  );
}
