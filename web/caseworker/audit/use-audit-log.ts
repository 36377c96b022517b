import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResultOf, VariablesOf } from '../../shared/graphql.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { AuditLogQuery } from './audit-log.query.ts';

/** One entry, as the page shows it. */
export type AuditEntry = ResultOf<typeof AuditLogQuery>['auditLog']['entries'][number];

/** Which entries are asked for. */
export type AuditFilter = NonNullable<VariablesOf<typeof AuditLogQuery>['filter']>;

/** The entries that fit a filter, page by page. */
export interface AuditLog {
  /** Null until the first answer. */
  readonly entries: readonly AuditEntry[] | null;
  readonly hasOlder: boolean;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  /** Adds the next page, or tries again what failed. */
  showOlder(): void;
}

/** Reads the log. @param filter has to stay the same object while it means the same. */
export function useAuditLog(filter: AuditFilter): AuditLog {
  const client = useApolloClient();
  const turn = useRef(0);
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(true);

  const read = useCallback(
    async (before: number | null) => {
      turn.current += 1;
      const mine = turn.current;
      setBusy(true);
      setFailure(null);
      try {
        const variables = { before, filter };
        const { data } = await client.query({ query: AuditLogQuery, variables, fetchPolicy: 'no-cache' });
        if (mine !== turn.current || !data) return;
        const { auditLog } = data;
        setEntries((known) => (before === null ? auditLog.entries : [...(known ?? []), ...auditLog.entries]));
        setNext(auditLog.next);
      } catch (error) {
        if (mine === turn.current) setFailure(failureOf(error));
      }
      if (mine === turn.current) setBusy(false);
    },
    [client, filter],
  );

  useEffect(() => {
    void read(null);
  }, [read]);

  const showOlder = () => void read(entries === null ? null : next);
  useRetryAfterSignIn(failure === 'session-ended', showOlder);
  return { entries, hasOlder: next !== null, failure, isBusy, showOlder };
}
