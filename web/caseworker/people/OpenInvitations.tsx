import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { Instant } from '../ui/Instant.tsx';
import type { DrawnLink } from './LinkOnce.tsx';
import { DrawInvitationAgain, type PeoplePageQuery, RevokeInvitation } from './people.query.ts';

type Invitation = ResultOf<typeof PeoplePageQuery>['invitations'][number];

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({
  invitations,
  onDrawn,
  onRevoked,
}: {
  readonly invitations: readonly Invitation[];
  readonly onDrawn: (link: DrawnLink) => void;
  readonly onRevoked: (email: string) => void;
}) {
  const intl = useIntl();
  const drawAgain = useAct(DrawInvitationAgain);
  const revoke = useAct(RevokeInvitation);
  const [problem, setProblem] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const draw = async ({ id, email }: Invitation) => {
    const { data, failure } = await drawAgain({ id });
    if (failure !== null) return setProblem(intl.formatMessage({ id: `failure.${failure}` }));
    const result = data.drawInvitationAgain;
    if (result.__typename !== 'InvitationDrawn') return setProblem(result.message);
    setProblem(null);
    onDrawn({ path: 'welcome', token: result.token, email });
  };
  const takeBack = async ({ id, email }: Invitation) => {
    const { failure } = await revoke({ id });
    if (failure !== null) return setProblem(intl.formatMessage({ id: `failure.${failure}` }));
    setProblem(null);
    heading.current?.focus();
    onRevoked(email);
  };

  return (
    <section aria-labelledby="people-invitations">
      <h2 id="people-invitations" ref={heading} tabIndex={-1}>
        <FormattedMessage id="people.invitations.heading" />
      </h2>
      <div role="alert">{problem !== null && <p className="notice notice-problem">{problem}</p>}</div>
      {invitations.length === 0 ? (
        <p>
          <FormattedMessage id="people.invitations.none" />
        </p>
      ) : (
        <ul className="row-list">
          {invitations.map((invitation) => (
            <li key={invitation.id}>
              <div>
                <strong>{invitation.email}</strong>
                <p className="hint">
                  <FormattedMessage
                    id={
                      new Date(invitation.worksUntil).getTime() > Date.now()
                        ? 'people.invitations.until'
                        : 'people.invitations.tooOld'
                    }
                    values={{ until: <Instant at={invitation.worksUntil} /> }}
                  />
                </p>
              </div>
              <div className="buttons">
                <button type="button" className="secondary" onClick={() => void draw(invitation)}>
                  <FormattedMessage id="people.invitations.again" values={{ email: hidden(invitation) }} />
                </button>
                <button type="button" className="danger" onClick={() => void takeBack(invitation)}>
                  <FormattedMessage id="people.invitations.revoke" values={{ email: hidden(invitation) }} />
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Tells buttons of the same look apart for whoever hears them. */
function hidden({ email }: Invitation) {
  return <span className="visually-hidden">{email}</span>;
}
