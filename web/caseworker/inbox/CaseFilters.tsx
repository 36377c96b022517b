import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { CASE_ORDERS, CASE_STATUSES, type InboxView, NARROWINGS, toggled } from './inbox-address.ts';

/** Chips that narrow the list and a choice of its order. Each takes effect at once, in the address. */
export function CaseFilters({
  view,
  onView,
}: {
  readonly view: InboxView;
  readonly onView: (view: InboxView) => void;
}) {
  return (
    <div className="filters">
      <fieldset>
        <legend>
          <FormattedMessage id="inbox.filter.status" />
        </legend>
        {CASE_STATUSES.map((status) => (
          <Chip
            key={status}
            isOn={view.statuses.includes(status)}
            onToggle={() => onView({ ...view, statuses: toggled(view.statuses, status) })}
          >
            <FormattedMessage id={`case.status.${status}`} />
          </Chip>
        ))}
      </fieldset>
      <fieldset>
        <legend>
          <FormattedMessage id="inbox.filter.only" />
        </legend>
        {NARROWINGS.map((narrowing) => (
          <Chip
            key={narrowing}
            isOn={view.only.includes(narrowing)}
            onToggle={() => onView({ ...view, only: toggled(view.only, narrowing) })}
          >
            <FormattedMessage id={`inbox.filter.${narrowing}`} />
          </Chip>
        ))}
      </fieldset>
      <p className="order">
        <label htmlFor="order">
          <FormattedMessage id="inbox.order" />
        </label>
        <select
          id="order"
          value={view.order}
          onChange={(event) => {
            const order = CASE_ORDERS.find((candidate) => candidate === event.currentTarget.value);
            if (order !== undefined) onView({ ...view, order });
          }}
        >
          {CASE_ORDERS.map((order) => (
            <FormattedMessage key={order} id={`inbox.order.${order}`}>
              {(label) => <option value={order}>{label}</option>}
            </FormattedMessage>
          ))}
        </select>
      </p>
    </div>
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
