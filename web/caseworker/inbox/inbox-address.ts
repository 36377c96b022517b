import type { VariablesOf } from '../../shared/graphql.ts';
import { CASE_STATUSES, type CaseStatus } from '../case/work/statuses.ts';
import type { CaseListQuery } from './case-list.query.ts';

type CaseListVariables = VariablesOf<typeof CaseListQuery>;

/** The lists that the inbox opens with, in the order of the navigation. */
export const CASE_VIEWS = [
  'MY_CASES',
  'UNASSIGNED',
  'REPLY_DUE',
  'OVERDUE',
  'WAITING_FOR_REPORTER',
  'ALL_OPEN',
  'CLOSED',
] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

/** The list of an address that names none. */
const FIRST_VIEW: CaseView = 'ALL_OPEN';

/** What the list may be narrowed to besides the status. */
export const NARROWINGS = ['unassigned', 'overdue', 'unread'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

export const CASE_ORDERS = ['REPLY_DUE', 'RECEIVED'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** What the inbox shows: all of it stands in the address, so that a link or the Back button brings it back. */
export interface InboxView {
  readonly list: CaseView;
  readonly statuses: readonly CaseStatus[];
  readonly only: readonly Narrowing[];
  /** Ids; null for any. */
  readonly label: string | null;
  readonly assignee: string | null;
  /** Days, `YYYY-MM-DD`; null for any. */
  readonly from: string | null;
  readonly to: string | null;
  readonly order: CaseOrder;
}

const ID = /^[\w-]{1,100}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a view from an address. What is unknown there counts as absent: an old link still opens the inbox. */
export function viewIn(search: URLSearchParams): InboxView {
  const named = (name: string) => new Set(search.getAll(name).flatMap((value) => value.split(',')));
  const one = (name: string, form: RegExp) => {
    const value = search.get(name);
    return value !== null && form.test(value) ? value : null;
  };
  const statuses = named('status');
  const only = named('only');
  const list = CASE_VIEWS.find((view) => inAddress(view) === search.get('view')) ?? FIRST_VIEW;
  return {
    list,
    statuses: CASE_STATUSES.filter((status) => statuses.has(inAddress(status))),
    only: NARROWINGS.filter((narrowing) => only.has(narrowing)),
    label: one('label', ID),
    assignee: one('assignee', ID),
    from: one('from', DAY),
    to: one('to', DAY),
    order: CASE_ORDERS.find((order) => inAddress(order) === search.get('order')) ?? orderOf(list),
  };
}

/** Writes a view for the address; the same view always gives the same text, and the default one gives none. */
export function addressOf(view: InboxView): string {
  const statuses = CASE_STATUSES.filter((status) => view.statuses.includes(status)).map(inAddress);
  const only = NARROWINGS.filter((narrowing) => view.only.includes(narrowing));
  const parts: readonly (readonly [name: string, value: string | null])[] = [
    ['view', view.list === FIRST_VIEW ? null : inAddress(view.list)],
    ['status', statuses.join(',')],
    ['only', only.join(',')],
    ['label', view.label],
    ['assignee', view.assignee],
    ['from', view.from],
    ['to', view.to],
    ['order', view.order === orderOf(view.list) ? null : inAddress(view.order)],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('&');
}

/** One list of the navigation, not narrowed. */
export function plainView(list: CaseView): InboxView {
  return { ...NOT_NARROWED, list, order: orderOf(list) };
}

/** The same list without any filter, in the same order. */
export function widened(view: InboxView): InboxView {
  return { ...view, ...NOT_NARROWED };
}

/** What the service has to be asked for this view. */
export function variablesFor(view: InboxView): Pick<CaseListVariables, 'filter' | 'orderBy'> {
  return {
    filter: {
      view: view.list,
      ...(view.statuses.length > 0 && { status: [...view.statuses] }),
      ...(view.only.includes('unassigned') && { isUnassigned: true }),
      ...(view.only.includes('overdue') && { isOverdue: true }),
      ...(view.only.includes('unread') && { hasUnread: true }),
      ...(view.label !== null && { label: view.label }),
      ...(view.assignee !== null && { assignee: view.assignee }),
      ...(view.from !== null && { receivedFrom: view.from }),
      ...(view.to !== null && { receivedTo: view.to }),
    },
    orderBy: view.order,
  };
}

/** Whether any filter stands; list and order are none. */
export function isNarrowed(view: InboxView): boolean {
  return addressOf(widened(view)) !== addressOf(view);
}

/** The statuses that a list may hold, where choosing among them says anything. */
export function statusesWithin(list: CaseView): readonly CaseStatus[] {
  if (list === 'CLOSED' || list === 'WAITING_FOR_REPORTER') return [];
  return CASE_STATUSES.filter((status) => status !== 'CLOSED');
}

/** Adds what is absent, takes away what is there. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

const NOT_NARROWED = { statuses: [], only: [], label: null, assignee: null, from: null, to: null } as const;

/** Nothing is due in what is closed. */
function orderOf(list: CaseView): CaseOrder {
  return list === 'CLOSED' ? 'RECEIVED' : 'REPLY_DUE';
}

function inAddress(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
