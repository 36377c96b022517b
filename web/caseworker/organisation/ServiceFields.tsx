import { FormattedMessage, useIntl } from 'react-intl';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { SERVICE_FIELDS, type ServiceDraft, type ServiceField } from './support-draft.ts';

/** Words are in the language of the list; numbers and addresses are in none. */
const IS_WORDS: Readonly<Record<ServiceField, boolean>> = {
  name: true,
  description: true,
  phone: false,
  url: false,
  openingHours: true,
};

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
        {SERVICE_FIELDS.map((field) => (
          <TextField
            key={field}
            id={`${id}-${field}`}
            label={intl.formatMessage({ id: `organisation.support.${field}` })}
            error={faultOf(faults, `${id}-${field}`)}
            lang={IS_WORDS[field] ? language : undefined}
            dir={IS_WORDS[field] ? 'auto' : 'ltr'}
            inputMode={field === 'phone' ? 'tel' : field === 'url' ? 'url' : 'text'}
            autoComplete="off"
            value={service[field]}
            onValue={(value) => onChange({ ...service, [field]: value })}
          />
        ))}
      </div>
      <div className="buttons">
        {act('up', { onClick: () => onMove(-1), 'aria-disabled': number === 1 })}
        {act('down', { onClick: () => onMove(1), 'aria-disabled': isLast })}
        {act('remove', { onClick: onRemove })}
      </div>
    </li>
  );
}
