import { FormattedMessage, useIntl } from 'react-intl';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { type PeriodDraft, type ReplyTimesDraft, WEEKDAYS, withPeriod } from './reply-times-draft.ts';
import { weekdayName } from './use-save-reply-times.ts';

interface HoursProps {
  readonly draft: ReplyTimesDraft;
  readonly faults: readonly Fault[];
  readonly onChange: (next: ReplyTimesDraft) => void;
  /** Others are at these places from now on: what is known of places is no longer so. */
  readonly onReorder: (next: ReplyTimesDraft) => void;
}

/** The hours of each weekday, any number of them. */
export function HoursField(props: HoursProps) {
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">
        <FormattedMessage id="organisation.reply-times.hours" />
      </h2>
      <p>
        <FormattedMessage id="organisation.reply-times.hours.lead" />{' '}
        <FormattedMessage id="organisation.reply-times.to.hint" />
      </p>
      <div className="weekdays">
        {WEEKDAYS.map((weekday) => (
          <Weekday key={weekday} weekday={weekday} {...props} />
        ))}
      </div>
    </section>
  );
}

function Weekday({ weekday, draft, faults, onChange, onReorder }: HoursProps & { readonly weekday: number }) {
  const intl = useIntl();
  const focusNext = useNextFocus();
  const day = weekdayName(intl.locale, weekday);
  const addId = `add-hours-${weekday}`;
  const periods = draft.periods
    .map((period, index) => ({ period, index }))
    .filter(({ period }) => period.weekday === weekday);
  const change = (changed: PeriodDraft) =>
    onChange({
      ...draft,
      periods: draft.periods.map((each) => (each.key === changed.key ? changed : each)),
    });
  const remove = (gone: PeriodDraft) => {
    onReorder({ ...draft, periods: draft.periods.filter(({ key }) => key !== gone.key) });
    focusNext(addId);
  };
  const add = () => {
    const next = withPeriod(draft, weekday);
    onReorder(next);
    focusNext(`periods-${next.periods.findLastIndex((period) => period.weekday === weekday)}-from`);
  };

  return (
    <fieldset className="weekday">
      <legend>{day}</legend>
      <div className="periods">
        {periods.length === 0 && (
          <p className="hint">
            <FormattedMessage id="organisation.reply-times.closed" />
          </p>
        )}
        {periods.map(({ period, index }, place) => (
          <div className="period" key={period.key}>
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                id={`periods-${index}-${end}`}
                label={<FormattedMessage id={`organisation.reply-times.${end}`} />}
                error={faultOf(faults, `periods-${index}-${end}`)}
                type="time"
                value={period[end]}
                onValue={(time) => change({ ...period, [end]: time })}
              />
            ))}
            <button
              type="button"
              className="quiet"
              aria-label={intl.formatMessage(
                { id: 'organisation.reply-times.removePeriod.label' },
                { number: place + 1, day },
              )}
              onClick={() => remove(period)}
            >
              <FormattedMessage id="organisation.remove" />
            </button>
          </div>
        ))}
      </div>
      <button
        type="button"
        id={addId}
        className="secondary"
        aria-label={intl.formatMessage({ id: 'organisation.reply-times.addPeriod.label' }, { day })}
        onClick={add}
      >
        <FormattedMessage id="organisation.reply-times.addPeriod" />
      </button>
    </fieldset>
  );
}
