import { type RefObject, useEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { useCommand } from '../keyboard/use-command.ts';
import { focusedCase, focusRow, nextTo } from './row-focus.ts';

/**
 * Moves through the rows by key, and remembers them: for stepping from case to case, and for the way back, which leads
 * to the row one came from.
 *
 * @param ids the rows as they stand; null before they have come.
 */
export function useRowKeys(
  table: RefObject<HTMLTableElement | null>,
  ids: readonly string[] | null,
): { readonly current: () => string | null } {
  const { trail, place } = useDashboard();
  const isComingBack = useNavigationType() === 'POP';
  const wasPlaced = useRef(false);

  useEffect(() => {
    if (ids === null) return;
    trail.set(ids);
    if (wasPlaced.current) return;
    wasPlaced.current = true;
    const last = place.get();
    if (isComingBack && last !== null && ids.includes(last)) {
      focusRow(table.current, (shown) => shown.indexOf(last));
    }
  }, [ids, trail, place, table, isComingBack]);

  const current = () => focusedCase(table.current);
  useCommand('next', () => void focusRow(table.current, nextTo(current() ?? place.get(), 1)));
  useCommand('previous', () => void focusRow(table.current, nextTo(current() ?? place.get(), -1)));

  useEffect(() => {
    const remember = () => {
      const id = focusedCase(table.current);
      if (id !== null) place.set(id);
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [table, place]);

  return { current };
}
