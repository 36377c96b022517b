import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CaseLabelsQuery, ColleaguesQuery } from '../service/vocabulary.query.ts';
import {
  CASE_ORDERS,
  type InboxView,
  isNarrowed,
  NARROWINGS,
  statusesWithin,
  toggled,
  widened,
} from './inbox-address.ts';

interface FilterProps {
  readonly view: InboxView;
  readonly onView: (view: InboxView) => void;
}

/** Chips that narrow the list and a choice of its order. Each takes effect at once, in the address. */
export function CaseFilters({ view, onView }: FilterProps) {
  const statuses = statusesWithin(view.list);
  return (
    <div className="filters">
      {statuses.length > 0 && (
        <fieldset>
          <legend>
            <FormattedMessage id="inbox.filter.status" />
          </legend>
          {statuses.map((status) => (
            <Chip
              key={status}
              isOn={view.statuses.includes(status)}
              onToggle={() => onView({ ...view, statuses: toggled(view.statuses, status) })}
            >
              <FormattedMessage id={`case.status.${status}`} />
            </Chip>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>
          <FormattedMessage id="inbox.filter.only" />
        </legend>
        {NARROWINGS.filter((narrowing) => narrowing !== 'unassigned' || view.list !== 'UNASSIGNED').map(
          (narrowing) => (
            <Chip
              key={narrowing}
              isOn={view.only.includes(narrowing)}
              onToggle={() => onView({ ...view, only: toggled(view.only, narrowing) })}
            >
              <FormattedMessage id={`inbox.filter.${narrowing}`} />
            </Chip>
          ),
        )}
      </fieldset>
      <details className="more-filters" open={hasPickedFilter(view) || undefined}>
        <summary>
          <FormattedMessage id="inbox.moreFilters" />
        </summary>
        <div>
          <PickedFilters view={view} onView={onView} />
        </div>
      </details>
      <Choice
        id="order"
        label={<FormattedMessage id="inbox.order" />}
        value={view.order}
        onValue={(value) => {
          const order = CASE_ORDERS.find((candidate) => candidate === value);
          if (order !== undefined) onView({ ...view, order });
        }}
      >
        {CASE_ORDERS.map((order) => (
          <Option key={order} value={order} id={`inbox.order.${order}`} />
        ))}
      </Choice>
      {isNarrowed(view) && (
        <button type="button" className="quiet" onClick={() => onView(widened(view))}>
          <FormattedMessage id="inbox.clearFilters" />
        </button>
      )}
    </div>
  );
}

function hasPickedFilter({ assignee, label, from, to }: InboxView): boolean {
  return [assignee, label, from, to].some((filter) => filter !== null);
}

/** Filters by what the organisation has: its people, its labels, its days. */
function PickedFilters({ view, onView }: FilterProps) {
  const { data: people } = useQuery(ColleaguesQuery);
  const { data: words } = useQuery(CaseLabelsQuery);
  const hasAssignee = view.list !== 'MY_CASES' && view.list !== 'UNASSIGNED';
  return (
    <>
      {hasAssignee && (
        <Choice
          id="assignee"
          label={<FormattedMessage id="inbox.column.assignee" />}
          value={view.assignee ?? ''}
          onValue={(value) => onView({ ...view, assignee: value || null })}
        >
          <Option value="" id="inbox.filter.anybody" />
          {people?.colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {(view.label !== null || (words?.caseLabels.length ?? 0) > 0) && (
        <Choice
          id="label"
          label={<FormattedMessage id="inbox.filter.label" />}
          value={view.label ?? ''}
          onValue={(value) => onView({ ...view, label: value || null })}
        >
          <Option value="" id="inbox.filter.anyLabel" />
          {words?.caseLabels.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </Choice>
      )}
      <DayField
        id="received-from"
        label={<FormattedMessage id="inbox.filter.from" />}
        day={view.from}
        onDay={(from) => onView({ ...view, from })}
      />
      <DayField
        id="received-to"
        label={<FormattedMessage id="inbox.filter.to" />}
        day={view.to}
        onDay={(to) => onView({ ...view, to })}
      />
    </>
  );
}

function Choice({
  id,
  label,
  value,
  onValue,
  children,
}: {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <p className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {children}
      </select>
    </p>
  );
}

function Option({
  value,
  id,
}: {
  readonly value: string;
  readonly id: 'inbox.filter.anybody' | 'inbox.filter.anyLabel' | `inbox.order.${InboxView['order']}`;
}) {
  return <option value={value}>{useIntl().formatMessage({ id })}</option>;
}

function DayField({
  id,
  label,
  day,
  onDay,
}: {
  readonly id: string;
  readonly label: ReactNode;
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}) {
  return (
    <p className="choice">
      <label htmlFor={id}>{label}</label>
      <input
        key={day}
        id={id}
        type="date"
        defaultValue={day ?? ''}
        // A half-written date has no value, and would clear the filter at every key.
        onBlur={(event) => {
          const next = event.currentTarget.value || null;
          if (next !== day) onDay(next);
        }}
      />
    </p>
  );
}

function Chip({
  isOn,
  onToggle,
  children,
}: {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="chip">
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      <span>{children}</span>
    </label>
  );
}
