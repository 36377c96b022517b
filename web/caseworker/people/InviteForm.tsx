import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAct } from '../service/use-act.ts';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import type { DrawnLink } from './LinkOnce.tsx';
import { InvitePerson } from './people.query.ts';
import { type Role, RoleChecks } from './RoleChecks.tsx';

/** Invites somebody by a link. */
export function InviteForm({ onDrawn }: { readonly onDrawn: (link: DrawnLink) => void }) {
  const intl = useIntl();
  const invite = useAct(InvitePerson);
  const [roles, setRoles] = useState<readonly Role[]>(['CASEWORKER']);
  // Kept until there is an answer: sent again, the same invitation gets another link.
  const id = useRef(crypto.randomUUID());

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    if (roles.length === 0) return { field: null, text: intl.formatMessage({ id: 'people.roles.none' }) };
    const email = (values['invite-email'] ?? '').trim();
    const { data, failure } = await invite({
      input: { id: id.current, email, roles: [...roles], team: null },
    });
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = data.invitePerson;
    if (result.__typename !== 'InvitationDrawn') return { field: 'invite-email', text: result.message };
    id.current = crypto.randomUUID();
    onDrawn({ path: 'welcome', token: result.token, email });
    return null;
  };

  return (
    <section className="account-section" aria-labelledby="people-invite">
      <h2 id="people-invite">
        <FormattedMessage id="people.invite.heading" />
      </h2>
      <p>
        <FormattedMessage id="people.invite.lead" />
      </p>
      <ShortForm
        fields={[
          {
            id: 'invite-email',
            kind: 'text',
            label: intl.formatMessage({ id: 'session.email.label' }),
            empty: intl.formatMessage({ id: 'people.invite.empty' }),
          },
        ]}
        button={intl.formatMessage({ id: 'people.invite.button' })}
        onSend={send}
      >
        <RoleChecks chosen={roles} onChosen={setRoles} />
      </ShortForm>
    </section>
  );
}
