import type { VariablesOf } from '../../shared/graphql.ts';
import type { CaseListQuery } from './case-list.query.ts';

type CaseListVariables = VariablesOf<typeof CaseListQuery>;

/** The statuses in the order in which a case goes through them. */
export const CASE_STATUSES = ['NEW', 'OPEN', 'WAITING_FOR_REPORTER', 'ON_HOLD', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** What the list may be narrowed to besides the status. */
export const NARROWINGS = ['unassigned', 'overdue', 'unread'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** The first is the order of an address that names none. */
export const CASE_ORDERS = ['REPLY_DUE', 'RECEIVED'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** What the inbox shows: all of it stands in the address, so that a link or the Back button brings it back. */
export interface InboxView {
  readonly statuses: readonly CaseStatus[];
  readonly only: readonly Narrowing[];
  readonly order: CaseOrder;
}

/** Reads a view from an address. What is unknown there counts as absent: an old link still opens the inbox. */
export function viewIn(search: URLSearchParams): InboxView {
  const named = (name: string) => new Set(search.getAll(name).flatMap((value) => value.split(',')));
  const statuses = named('status');
  const only = named('only');
  const order = named('order');
  return {
    statuses: CASE_STATUSES.filter((status) => statuses.has(inAddress(status))),
    only: NARROWINGS.filter((narrowing) => only.has(narrowing)),
    order: CASE_ORDERS.find((candidate) => order.has(inAddress(candidate))) ?? CASE_ORDERS[0],
  };
}

/** Writes a view for the address; the same view always gives the same text, and the default one gives none. */
export function addressOf(view: InboxView): string {
  const parts: string[] = [];
  const statuses = CASE_STATUSES.filter((status) => view.statuses.includes(status));
  const only = NARROWINGS.filter((narrowing) => view.only.includes(narrowing));
  if (statuses.length > 0) parts.push(`status=${statuses.map(inAddress).join(',')}`);
  if (only.length > 0) parts.push(`only=${only.join(',')}`);
  if (view.order !== CASE_ORDERS[0]) parts.push(`order=${inAddress(view.order)}`);
  return parts.join('&');
}

/** What the service has to be asked for this view. */
export function variablesFor(view: InboxView): Pick<CaseListVariables, 'filter' | 'orderBy'> {
  return {
    filter: {
      ...(view.statuses.length > 0 && { status: [...view.statuses] }),
      ...(view.only.includes('unassigned') && { isUnassigned: true }),
      ...(view.only.includes('overdue') && { isOverdue: true }),
      ...(view.only.includes('unread') && { hasUnread: true }),
    },
    orderBy: view.order,
  };
}

/** Whether any filter stands; the order is none. */
export function isNarrowed(view: InboxView): boolean {
  return view.statuses.length > 0 || view.only.length > 0;
}

/** Adds what is absent, takes away what is there. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

function inAddress(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
