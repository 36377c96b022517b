import type { Dashboard } from '../../app/dashboard.ts';

/** Takes a case out of all that this page remembers: somebody who should not see it has stepped back from it. */
export function forgetCase(
  { client, drafts, keeper, changes, bulk, search, grants, trail, place }: Dashboard,
  caseId: string,
): void {
  keeper.forget(caseId);
  drafts.forget(caseId);
  changes.forget(caseId);
  bulk.leaveOut(caseId);
  search.leaveOut(caseId);
  grants.leaveOut(caseId);
  trail.set(trail.get().filter((id) => id !== caseId));
  if (place.get() === caseId) place.set(null);
  const { cache } = client;
  cache.evict({ id: cache.identify({ __typename: 'Case', id: caseId }) ?? '' });
  // Lists and counts that held it are asked for anew.
  for (const fieldName of ['case', 'cases', 'caseViews']) cache.evict({ id: 'ROOT_QUERY', fieldName });
  cache.gc();
}
