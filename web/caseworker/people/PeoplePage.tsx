import './people.css';
import '../settings/account.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { useAct } from '../service/use-act.ts';
import { InviteForm } from './InviteForm.tsx';
import { type DrawnLink, LinkOnce } from './LinkOnce.tsx';
import { OpenInvitations } from './OpenInvitations.tsx';
import { type Person, PersonDialog } from './PersonDialog.tsx';
import { NeedSecondFactor, PeoplePageQuery } from './people.query.ts';

/** Who works here, who is invited, and what everybody needs to sign in. */
export function PeoplePage() {
  const page = usePageData(PeoplePageQuery);
  return (
    <AdminFrame name="admin.people.heading" page={page}>
      {(data) => <People {...data} readAgain={page.again} />}
    </AdminFrame>
  );
}

function People({
  people,
  invitations,
  secondFactorPolicy,
  readAgain,
}: ResultOf<typeof PeoplePageQuery> & { readonly readAgain: () => Promise<void> }) {
  const [link, setLink] = useState<DrawnLink | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [open, setOpen] = useState<Person | null>(null);
  const readers = people.filter(({ state, roles }) => state === 'ACTIVE' && roles.includes('CASEWORKER'));
  const drawn = (next: DrawnLink) => {
    setLink(next);
    void readAgain();
  };
  return (
    <>
      <div role="status">
        {link !== null && <LinkOnce {...link} />}
        {said !== null && <p className="notice">{said}</p>}
      </div>
      <ul className="row-list">
        {people.map((person) => (
          <li key={person.id}>
            <PersonFacts person={person} />
            <button type="button" className="secondary" onClick={() => setOpen(person)}>
              <FormattedMessage
                id="people.change"
                values={{ name: <span className="visually-hidden">{person.name}</span> }}
              />
            </button>
          </li>
        ))}
      </ul>
      <OpenInvitations
        invitations={invitations}
        onDrawn={drawn}
        onRevoked={(email) => {
          // The link that may still be shown opens nothing any more.
          setLink((shown) => (shown?.email === email ? null : shown));
          void readAgain();
        }}
      />
      <InviteForm onDrawn={drawn} />
      <Policy isNeeded={secondFactorPolicy.isNeeded} onChanged={readAgain} />
      {open !== null && (
        <PersonDialog
          person={open}
          isOnlyTwo={readers.length <= 2}
          onClose={() => setOpen(null)}
          onDone={(done) => {
            setOpen(null);
            setLink(done.link);
            setSaid(done.said);
            void readAgain();
          }}
        />
      )}
    </>
  );
}

function PersonFacts({ person }: { readonly person: Person }) {
  return (
    <div>
      <strong>{person.name}</strong> <span className="person-email">{person.email}</span>
      <p className="hint">
        {person.roles.map((role) => (
          <span key={role} className="person-fact">
            <FormattedMessage id={`people.role.${role}`} />
          </span>
        ))}
        <span className="person-fact">
          <FormattedMessage id={person.hasSecondFactor ? 'people.factor' : 'people.noFactor'} />
        </span>
        {person.state === 'DISABLED' && (
          <span className="person-fact">
            <FormattedMessage id="people.disabled" />
          </span>
        )}
      </p>
    </div>
  );
}

function Policy({
  isNeeded,
  onChanged,
}: {
  readonly isNeeded: boolean;
  readonly onChanged: () => Promise<unknown>;
}) {
  const choose = useAct(NeedSecondFactor);
  const intl = useIntl();
  const [problem, setProblem] = useState<string | null>(null);
  // Where the switch stands until the list was read again.
  const [wanted, setWanted] = useState<boolean | null>(null);

  const change = async (isWanted: boolean) => {
    setWanted(isWanted);
    const { failure } = await choose({ isNeeded: isWanted });
    setProblem(failure === null ? null : intl.formatMessage({ id: `failure.${failure}` }));
    await onChanged();
    setWanted(null);
  };
  return (
    <section className="account-section" aria-labelledby="people-policy">
      <h2 id="people-policy">
        <FormattedMessage id="people.policy.heading" />
      </h2>
      <label className="check">
        <input
          type="checkbox"
          checked={wanted ?? isNeeded}
          aria-describedby="people-policy-hint"
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        <FormattedMessage id="people.policy.label" />
      </label>
      <p className="hint" id="people-policy-hint">
        <FormattedMessage id="people.policy.hint" />
      </p>
      <div role="alert">{problem !== null && <p className="notice notice-problem">{problem}</p>}</div>
    </section>
  );
}
