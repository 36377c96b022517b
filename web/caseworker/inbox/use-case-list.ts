import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { useStore } from '../service/store.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { CaseListMarksQuery, CaseListQuery } from './case-list.query.ts';
import { changedRows, eachOnce } from './changed-rows.ts';
import { addressOf, type InboxView, variablesFor } from './inbox-address.ts';

/** Cases on one page of the list. */
export const PAGE_SIZE = 25;
const MOST_COMPARED = 100; // cases
const COMPARE_EVERY = 60_000; // 1 minute

type CaseConnection = ResultOf<typeof CaseListQuery>['cases'];
type CaseNode = CaseConnection['edges'][number]['node'];

/** The list of the inbox. Its rows stand still until somebody asks for others. */
export interface CaseList {
  /** Null until the first answer. */
  readonly rows: readonly CaseNode[] | null;
  readonly totalCount: number;
  /** How many the next page would add. */
  readonly nextCount: number;
  /** Cases that changed since these rows were fetched. */
  readonly changedCount: number;
  /** Why the newest rows are not here. */
  readonly failure: Failure | null;
  /** Why the next page is not here. */
  readonly moreFailure: Failure | null;
  readonly isBusy: boolean;
  /** Fetches the first page anew. @returns whether it came. */
  refresh(): Promise<boolean>;
  /** Adds the next page. @returns whether it came. */
  showMore(): Promise<boolean>;
}

/**
 * Fetches the cases of a view, page by page. The view stays the same for the life of the component.
 *
 * Coming back with the Back button shows the rows where they stood, and says what changed since; every other way in
 * fetches them.
 */
export function useCaseList(view: InboxView): CaseList {
  const client = useApolloClient();
  const { changes, activity } = useDashboard();
  const tick = useStore(changes);
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<{ first?: Failure; more?: Failure }>({});
  const [isComingBack] = useState(useNavigationType() === 'POP');

  const key = `cases ${addressOf(view)}`;
  const variables = { first: PAGE_SIZE, ...variablesFor(view) };
  const { data, error, loading, refetch, fetchMore } = useQuery(CaseListQuery, {
    variables,
    fetchPolicy: isComingBack ? 'cache-first' : 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [wasKept] = useState(data !== undefined);
  const shown = data?.cases;
  const rows = useMemo(() => (shown === undefined ? null : eachOnce(nodesOf(shown.edges))), [shown]);

  useEffect(() => {
    if (!wasKept) changes.fetching(key);
  }, [changes, key, wasKept]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick says when to look again, the rest is what is looked at
  useEffect(() => {
    if (shown === undefined || !changes.mayHaveMissedSince(key)) return;
    changes.comparing(key);
    void compare(shown);
  }, [tick, shown === undefined]);

  // What no socket told of, for whatever reason, is found within a minute.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of the moment are compared, not those of the start
  useEffect(() => {
    if (shown === undefined) return;
    const timer = setInterval(() => {
      if (activity.isRecent()) void compare(shown);
    }, COMPARE_EVERY);
    return () => clearInterval(timer);
  }, [shown]);

  /** Asks what the list would be now and notes the difference, without touching what is shown. */
  async function compare({ edges }: CaseConnection): Promise<void> {
    const first = Math.min(Math.max(edges.length, PAGE_SIZE), MOST_COMPARED);
    const fresh = await client
      .query({ query: CaseListMarksQuery, variables: { ...variables, first }, fetchPolicy: 'no-cache' })
      .then((answer) => answer.data?.cases)
      .catch(() => undefined);
    if (fresh === undefined) return;
    const comparable = fresh.pageInfo.hasNextPage ? edges.slice(0, fresh.edges.length) : edges;
    const marks = fresh.edges.map((edge) => edge.node);
    for (const id of changedRows(nodesOf(comparable), marks)) changes.changed(id);
  }

  const attempt = async (which: 'first' | 'more', ask: () => Promise<unknown>) => {
    setBusy(true);
    setFailures({});
    try {
      await ask();
      return true;
    } catch (cause) {
      setFailures({ [which]: failureOf(cause) });
      return false;
    } finally {
      setBusy(false);
    }
  };

  const refresh = () =>
    attempt('first', async () => {
      changes.fetching(key);
      if (shown === undefined) await refetch();
      else await client.query({ query: CaseListQuery, variables, fetchPolicy: 'network-only' });
    });

  useRetryAfterSignIn(error !== undefined || failures.first === 'session-ended', refresh);

  const totalCount = shown?.totalCount ?? 0;
  return {
    rows,
    totalCount,
    nextCount: nextCountOf(shown),
    changedCount: shown === undefined ? 0 : changes.countSince(key),
    failure: failures.first ?? (error === undefined ? null : failureOf(error)),
    moreFailure: failures.more ?? null,
    isBusy: isBusy || loading,
    refresh,
    showMore: () => attempt('more', () => fetchMore({ variables: { after: shown?.pageInfo.endCursor } })),
  };
}

function nodesOf(edges: CaseConnection['edges']): readonly CaseNode[] {
  return edges.map((edge) => edge.node);
}

function nextCountOf(shown: CaseConnection | undefined): number {
  if (!shown?.pageInfo.hasNextPage) return 0;
  // The count and the pages are read at different moments: a page that exists adds one case at least.
  return Math.max(1, Math.min(PAGE_SIZE, shown.totalCount - shown.edges.length));
}
