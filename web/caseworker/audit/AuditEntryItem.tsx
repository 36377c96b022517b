import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { MessageId } from '../messages/intl.ts';
import { Instant } from '../ui/Instant.tsx';
import type { AuditEntry } from './use-audit-log.ts';

/** One act: when, who, what, to which case, and what is told of it. */
export function AuditEntryItem({ entry }: { readonly entry: AuditEntry }) {
  const { position, at, actor, personName, act, isOnCase, object, details } = entry;
  return (
    <li>
      <p className="audit-when">
        <span className="audit-position">{position}</span> <Instant at={at} />
      </p>
      <div>
        <p className="audit-what">
          <strong>{personName ?? <FormattedMessage id={`audit.actor.${actor}`} />}</strong>{' '}
          {act === null ? (
            <FormattedMessage id="audit.act.unknown" />
          ) : (
            <FormattedMessage id={`audit.act.${act}`} />
          )}
          {isOnCase && <CaseName entry={entry} />}
          {object !== null && <span className="audit-object">: {object}</span>}
        </p>
        {details.length > 0 && (
          <dl className="audit-details">
            {details.map(({ name, value }) => (
              <div key={name}>
                <dt>
                  <DetailName name={name} />
                </dt>
                <dd dir="auto">
                  <DetailValue name={name} value={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

function CaseName({ entry: { caseId, caseNumber } }: { readonly entry: AuditEntry }) {
  if (caseNumber === null) {
    return (
      <span className="hint">
        {' '}
        – <FormattedMessage id="audit.aCase" />
      </span>
    );
  }
  const name = <FormattedMessage id="audit.case" values={{ number: caseNumber }} />;
  return <> – {caseId === null ? name : <Link to={`/cases/${caseId}`}>{name}</Link>}</>;
}

/** A detail that has no words of its own is called as the program calls it. */
function DetailName({ name }: { readonly name: string }) {
  const intl = useIntl();
  const id = `audit.detail.${name}`;
  return Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id: id as MessageId }) : name;
}

/** Under which names the catalog has the words of a detail: statuses, roles and purposes come as the program calls them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  fromStatus: ['case.status'],
  toStatus: ['case.status'],
  roles: ['people.role'],
  purpose: ['deletion.purpose', 'copy.purpose'],
  withNotes: ['audit.detail.withNotes'],
  setting: ['toCheck'],
};

function DetailValue({ name, value }: { readonly name: string; readonly value: string }) {
  const intl = useIntl();
  const places = WORDS[name];
  if (places === undefined) return value;
  const wordsOf = (each: string) => {
    const id = places.map((place) => `${place}.${each}`).find((one) => Object.hasOwn(intl.messages, one));
    return id === undefined ? each : intl.formatMessage({ id: id as MessageId });
  };
  return value.split(', ').map(wordsOf).join(', ');
}
