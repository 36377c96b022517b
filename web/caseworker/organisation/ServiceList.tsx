import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { languageName } from '../ui/languages.ts';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { ServiceFields } from './ServiceFields.tsx';
import { movedService, newService, type ServiceDraft } from './support-draft.ts';

const MOST_SERVICES = 30;

/** The services of one language, in their order. */
export function ServiceList({
  language,
  services,
  original,
  faults,
  onChange,
  onReorder,
}: {
  readonly language: string;
  readonly services: readonly ServiceDraft[];
  /** Those of the first language; null where this is the first. */
  readonly original: { readonly language: string; readonly services: readonly ServiceDraft[] } | null;
  readonly faults: readonly Fault[];
  readonly onChange: (services: readonly ServiceDraft[]) => void;
  /** Others are at these places from now on: what is known of places is no longer so. */
  readonly onReorder: (services: readonly ServiceDraft[]) => void;
}) {
  const intl = useIntl();
  const focusNext = useNextFocus();
  const [said, setSaid] = useState('');
  const wrong = faultOf(faults, `services-${language}`);
  const addId = `add-${language}`;
  const nameOf = (service: ServiceDraft, index: number) =>
    service.name.trim() || intl.formatMessage({ id: 'organisation.support.service' }, { number: index + 1 });
  const move = (index: number, by: -1 | 1) => {
    const service = services[index];
    if (!service || !services[index + by]) return;
    onReorder(movedService(services, index, by));
    const values = { name: nameOf(service, index), place: index + by + 1 };
    setSaid(intl.formatMessage({ id: 'organisation.support.moved' }, values));
    focusNext(`services-${language}-${index + by}-${by < 0 ? 'up' : 'down'}`);
  };
  const remove = (index: number) => {
    const service = services[index];
    if (!service) return;
    onReorder(services.filter((each) => each !== service));
    setSaid(intl.formatMessage({ id: 'organisation.support.removed' }, { name: nameOf(service, index) }));
    const next = index < services.length - 1 ? index : index - 1;
    focusNext(`services-${language}-${next}-name`, addId);
  };

  return (
    <fieldset
      id={`services-${language}`}
      tabIndex={-1}
      className={wrong === undefined ? 'services-field' : 'services-field field-wrong'}
      aria-describedby={wrong === undefined ? undefined : `services-${language}-error`}
    >
      <legend>
        <FormattedMessage
          id="organisation.support.services"
          values={{ language: languageName(intl.locale, language) }}
        />
      </legend>
      {wrong !== undefined && (
        <p className="field-error" id={`services-${language}-error`}>
          {wrong}
        </p>
      )}
      {services.length === 0 && original !== null && (
        <>
          <p>
            <FormattedMessage id="organisation.support.none" />
          </p>
          {original.services.length > 0 && (
            <p>
              <button
                type="button"
                className="secondary"
                onClick={() => {
                  onReorder(original.services.map((service) => ({ ...service, key: newService().key })));
                  focusNext(`services-${language}-0-name`);
                }}
              >
                <FormattedMessage
                  id="organisation.support.copy"
                  values={{ language: languageName(intl.locale, original.language) }}
                />
              </button>
            </p>
          )}
        </>
      )}
      <ol className="card-list">
        {services.map((service, index) => (
          <ServiceFields
            key={service.key}
            id={`services-${language}-${index}`}
            number={index + 1}
            isLast={index === services.length - 1}
            language={language}
            service={service}
            faults={faults}
            onChange={(next) => onChange(services.map((each) => (each === service ? next : each)))}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {services.length < MOST_SERVICES && (
        <button
          type="button"
          id={addId}
          className="secondary"
          onClick={() => {
            onChange([...services, newService()]);
            focusNext(`services-${language}-${services.length}-name`);
          }}
        >
          <FormattedMessage id="organisation.support.add" />
        </button>
      )}
    </fieldset>
  );
}
