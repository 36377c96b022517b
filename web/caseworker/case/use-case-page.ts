import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { ResultOf } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { isSameData } from '../service/same-data.ts';
import { useStore } from '../service/store.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { CasePageQuery } from './case-page.query.ts';

type CaseAnswer = ResultOf<typeof CasePageQuery>;

/** The case of a page. What is shown stays as it is until somebody asks for what is new. */
export interface CaseOnPage {
  /** `undefined` until the first answer; null where there is no such case for this caseworker. */
  readonly case: CaseAnswer['case'] | undefined;
  readonly failure: Failure | null;
  /** What the service knows and the page does not show yet. */
  readonly news: { readonly newMessages: number; readonly isClosed: boolean } | null;
  /** Asks the service for news. */
  look(): Promise<void>;
  /** Shows the news. */
  showNews(): void;
  /** Fetches the case anew and shows it: after this caseworker changed it, or after a failure. */
  refresh(): Promise<void>;
}

/**
 * Fetches a case, and looks for news when the service says that it changed or when a change may have been missed.
 * The id stays the same for the life of the component.
 *
 * @param onGone the case stood here, and is gone or not this caseworker's any more, and not by their own act. Not called
 *   once the page was left.
 */
export function useCasePage(id: string, onGone: () => void): CaseOnPage {
  const client = useApolloClient();
  const { changes, partings } = useDashboard();
  const tick = useStore(changes);
  const [latest, setLatest] = useState<CaseAnswer | null>(null);
  const key = `case ${id}`;
  const { data, error, refetch } = useQuery(CasePageQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const shown = data?.case;

  const isHere = useRef(true);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(() => changes.fetching(key), [changes, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick says when to look again, the rest is what is looked at
  useEffect(() => {
    if (shown === undefined) return;
    if (!changes.hasChangedSince(key, id) && !changes.mayHaveMissedSince(key)) return;
    changes.fetching(key);
    void look();
  }, [tick, shown === undefined]);

  async function look(): Promise<void> {
    const answer = await client
      .query({ query: CasePageQuery, variables: { id }, fetchPolicy: 'no-cache' })
      .catch(() => undefined);
    if (answer?.data?.case) setLatest(answer.data);
    await leaveIfGone(answer?.data);
  }

  async function leaveIfGone(answer: CaseAnswer | undefined): Promise<void> {
    if (answer?.case !== null || !shown) return;
    const isOwnAct = await partings.took(id);
    if (!isOwnAct && isHere.current) onGone();
  }

  const refresh = async () => {
    changes.fetching(key);
    setLatest(null);
    // A failure shows through the query itself, or leaves what is shown as it is.
    const answer = await (shown === undefined
      ? refetch()
      : client.query({ query: CasePageQuery, variables: { id }, fetchPolicy: 'network-only' })
    ).catch(() => undefined);
    await leaveIfGone(answer?.data);
  };

  useRetryAfterSignIn(error !== undefined, refresh);

  return {
    case: shown,
    failure: error === undefined ? null : failureOf(error),
    news: newsIn(shown, latest),
    showNews: () => {
      if (latest !== null) client.writeQuery({ query: CasePageQuery, variables: { id }, data: latest });
    },
    look,
    refresh,
  };
}

/** Compared at each look, so that what this caseworker did themselves, and is shown by now, is no news. */
function newsIn(shown: CaseAnswer['case'] | undefined, latest: CaseAnswer | null): CaseOnPage['news'] {
  if (!shown || latest === null || isSameData(shown, latest.case)) return null;
  const newMessages = (latest.case?.messages.length ?? 0) - shown.messages.length;
  if (newMessages < 0) return null;
  const isClosed = shown.status !== 'CLOSED' && latest.case?.status === 'CLOSED';
  return { newMessages, isClosed };
}
