import { useEffect, useRef } from 'react';
import { useDashboard } from '../app/dashboard.ts';
import type { CommandName } from './shortcuts.ts';

/** Offers a command while the component stands. @param run null: not offered just now. */
export function useCommand(name: CommandName, run: (() => void) | null): void {
  const { commands } = useDashboard();
  const latest = useRef(run);
  const isOffered = run !== null;

  useEffect(() => {
    latest.current = run;
  });
  useEffect(
    () => (isOffered ? commands.add(name, () => latest.current?.()) : undefined),
    [commands, name, isOffered],
  );
}
