import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Field, TextField } from '../ui/TextField.tsx';
import { AUDIT_ACTS } from './audit-acts.ts';

/** Narrows the log; each choice takes effect at once and stands in the address. */
export function AuditFilters({
  people,
  search,
  onSearch,
}: {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly search: URLSearchParams;
  readonly onSearch: (search: URLSearchParams) => void;
}) {
  const intl = useIntl();
  const set = (name: string) => (value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    onSearch(next);
  };
  const acts = AUDIT_ACTS.map((act) => ({ id: act, name: intl.formatMessage({ id: `audit.act.${act}` }) }));
  return (
    <div className="audit-filters">
      <Choice id="person" options={people} value={search.get('person') ?? ''} onValue={set('person')}>
        <FormattedMessage id="audit.filter.person" />
      </Choice>
      <Choice id="act" options={acts} value={search.get('act') ?? ''} onValue={set('act')}>
        <FormattedMessage id="audit.filter.act" />
      </Choice>
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          id={`audit-${name}`}
          type="date"
          label={<FormattedMessage id={`audit.filter.${name}`} />}
          value={search.get(name) ?? ''}
          onValue={set(name)}
        />
      ))}
      {search.size > 0 && (
        <button type="button" className="quiet" onClick={() => onSearch(new URLSearchParams())}>
          <FormattedMessage id="audit.filter.clear" />
        </button>
      )}
    </div>
  );
}

function Choice({
  id,
  options,
  value,
  onValue,
  children,
}: {
  readonly id: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <Field id={`audit-${id}`} label={children}>
      <select id={`audit-${id}`} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <FormattedMessage id="audit.filter.any">
          {(words) => <option value="">{words}</option>}
        </FormattedMessage>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  );
}
