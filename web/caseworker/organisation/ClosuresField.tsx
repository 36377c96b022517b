import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { languageName } from '../ui/languages.ts';
import { TextField } from '../ui/TextField.tsx';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { type ClosureDraft, type ReplyTimesDraft, withClosure } from './reply-times-draft.ts';

/** The days on which nobody is there, and why. Those that are over lie folded up. */
export function ClosuresField({
  draft,
  faults,
  locales,
  onChange,
  onReorder,
}: {
  readonly draft: ReplyTimesDraft;
  readonly faults: readonly Fault[];
  readonly locales: readonly string[];
  readonly onChange: (next: ReplyTimesDraft) => void;
  /** Others are at these places from now on: what is known of places is no longer so. */
  readonly onReorder: (next: ReplyTimesDraft) => void;
}) {
  const focusNext = useNextFocus();
  // Decided once: a day that is being written passes through many years, and its fields must not move.
  const [overKeys] = useState(() => keysOver(draft));
  const closures = draft.closures.map((closure, index) => ({ closure, index }));
  const isOver = ({ closure: { key } }: { closure: ClosureDraft }) => overKeys.includes(key);
  const over = closures.filter(isOver);
  const hasFault = over.some(({ index }) =>
    faults.some(({ field }) => field?.startsWith(`closures-${index}-`)),
  );
  const row = ({ closure, index }: { closure: ClosureDraft; index: number }) => (
    <ClosureFields
      key={closure.key}
      closure={closure}
      index={index}
      locales={locales}
      faults={faults}
      onChange={(changed) =>
        onChange({
          ...draft,
          closures: draft.closures.map((each) => (each.key === changed.key ? changed : each)),
        })
      }
      onRemove={() => {
        onReorder({ ...draft, closures: draft.closures.filter(({ key }) => key !== closure.key) });
        focusNext('add-closure');
      }}
    />
  );

  return (
    <section aria-labelledby="closures">
      <h2 id="closures">
        <FormattedMessage id="organisation.reply-times.closures" />
      </h2>
      <p>
        <FormattedMessage id="organisation.reply-times.closures.lead" />
      </p>
      {over.length > 0 && (
        <details className="folded" open={hasFault || undefined}>
          <summary>
            <FormattedMessage id="organisation.reply-times.closures.over" values={{ count: over.length }} />
          </summary>
          <ol className="card-list">{over.map(row)}</ol>
        </details>
      )}
      <ol className="card-list">{closures.filter((each) => !isOver(each)).map(row)}</ol>
      <button
        type="button"
        id="add-closure"
        className="secondary"
        onClick={() => {
          onReorder(withClosure(draft));
          focusNext(`closures-${draft.closures.length}-from`);
        }}
      >
        <FormattedMessage id="organisation.reply-times.addClosure" />
      </button>
    </section>
  );
}

function ClosureFields({
  closure,
  index,
  locales,
  faults,
  onChange,
  onRemove,
}: {
  readonly closure: ClosureDraft;
  readonly index: number;
  readonly locales: readonly string[];
  readonly faults: readonly Fault[];
  readonly onChange: (next: ClosureDraft) => void;
  readonly onRemove: () => void;
}) {
  const intl = useIntl();
  const id = `closures-${index}`;
  const number = index + 1;
  return (
    <li className="card" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>
        <FormattedMessage id="organisation.reply-times.closure" values={{ number }} />
      </h3>
      <div className="card-fields">
        <TextField
          id={`${id}-from`}
          label={intl.formatMessage({ id: 'organisation.reply-times.firstDay' })}
          error={faultOf(faults, `${id}-from`)}
          type="date"
          value={closure.from}
          // Most closures are one day; a longer one is a change of its last day away.
          onValue={(from) => onChange({ ...closure, from, to: closure.to || from })}
        />
        <TextField
          id={`${id}-to`}
          label={intl.formatMessage({ id: 'organisation.reply-times.lastDay' })}
          error={faultOf(faults, `${id}-to`)}
          type="date"
          value={closure.to}
          onValue={(to) => onChange({ ...closure, to })}
        />
        {locales.map((locale) => (
          <TextField
            key={locale}
            id={`${id}-reasons-${locale}`}
            label={intl.formatMessage(
              { id: 'organisation.reply-times.reason' },
              { language: languageName(intl.locale, locale) },
            )}
            error={faultOf(faults, `${id}-reasons-${locale}`)}
            lang={locale}
            dir="auto"
            autoComplete="off"
            value={closure.reasons[locale] ?? ''}
            onValue={(text) => onChange({ ...closure, reasons: { ...closure.reasons, [locale]: text } })}
          />
        ))}
      </div>
      <div className="buttons">
        <button
          type="button"
          className="quiet"
          aria-label={intl.formatMessage({ id: 'organisation.reply-times.removeClosure.label' }, { number })}
          onClick={onRemove}
        >
          <FormattedMessage id="organisation.remove" />
        </button>
      </div>
    </li>
  );
}

/** The closures that ended before today, where the organisation is. */
function keysOver({ closures, timeZone }: ReplyTimesDraft): string[] {
  // Swedish writes days as they are stored.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
  return closures.filter(({ to }) => to < today).map(({ key }) => key);
}
