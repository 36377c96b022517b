import { FormattedMessage, useIntl } from 'react-intl';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { LocalTextField } from './LocalTextField.tsx';
import type { ServiceDraft } from './support-draft.ts';

/** Its fields of one line. Words are in the language of the list; numbers and addresses are in none. */
const LINES = [
  { field: 'name', isWords: true, keys: 'text' },
  { field: 'openingHours', isWords: true, keys: 'text' },
  { field: 'phone', isWords: false, keys: 'tel' },
  { field: 'url', isWords: false, keys: 'url' },
] as const;

/** One service, and what can be done with it. */
export function ServiceFields({
  id,
  number,
  isLast,
  language,
  service,
  faults,
  onChange,
  onMove,
  onRemove,
}: {
  /** Ids of its fields begin with it. */
  readonly id: string;
  readonly number: number;
  readonly isLast: boolean;
  readonly language: string;
  readonly service: ServiceDraft;
  readonly faults: readonly Fault[];
  readonly onChange: (next: ServiceDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const intl = useIntl();
  const act = (name: 'up' | 'down' | 'remove', rest: { onClick: () => void; 'aria-disabled'?: boolean }) => (
    <button
      type="button"
      id={`${id}-${name}`}
      className="quiet"
      aria-label={intl.formatMessage({ id: `organisation.support.${name}.label` }, { number })}
      {...rest}
    >
      <FormattedMessage id={`organisation.${name}`} />
    </button>
  );
  return (
    <li className="card" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>
        <FormattedMessage id="organisation.support.service" values={{ number }} />
      </h3>
      <div className="card-fields">
        {LINES.map(({ field, isWords, keys }) => (
          <TextField
            key={field}
            id={`${id}-${field}`}
            label={intl.formatMessage({ id: `organisation.support.${field}` })}
            error={faultOf(faults, `${id}-${field}`)}
            lang={isWords ? language : undefined}
            dir={isWords ? 'auto' : 'ltr'}
            inputMode={keys}
            autoComplete="off"
            value={service[field]}
            onValue={(value) => onChange({ ...service, [field]: value })}
          />
        ))}
        <LocalTextField
          id={`${id}-description`}
          locale={language}
          rows={1}
          label={intl.formatMessage({ id: 'organisation.support.description' })}
          error={faultOf(faults, `${id}-description`)}
          text={service.description}
          onText={(description) => onChange({ ...service, description })}
        />
      </div>
      <div className="buttons">
        {act('up', { onClick: () => onMove(-1), 'aria-disabled': number === 1 })}
        {act('down', { onClick: () => onMove(1), 'aria-disabled': isLast })}
        {act('remove', { onClick: onRemove })}
      </div>
    </li>
  );
}
