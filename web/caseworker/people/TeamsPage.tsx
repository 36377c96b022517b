import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { useAct } from '../service/use-act.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EditedCard } from '../ui/EditedCard.tsx';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { useEditedList } from '../ui/use-edited-list.ts';
import { type Team, TeamForm } from './TeamForm.tsx';
import { DeleteTeam, TeamsPageQuery } from './teams.query.ts';

/** Names for groups of people, and who is in them. */
export function TeamsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'admin.teams.heading' });
  const { data, error, refetch } = useQuery(TeamsPageQuery, { fetchPolicy: 'no-cache' });
  const readAgain = () => refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, () => void readAgain());
  const remove = useAct(DeleteTeam);
  const list = useEditedList<Team>('team-name', 'add-team');
  const [leaving, setLeaving] = useState<Team | null>(null);
  const [said, setSaid] = useState('');

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void readAgain()} />;
  }
  const people = (data?.people ?? []).filter(({ state }) => state !== 'REMOVED');
  const formOf = (team: Team) =>
    team.id !== list.openId ? null : (
      <TeamForm
        team={team}
        people={people}
        onSaved={(name) => {
          setSaid(intl.formatMessage({ id: 'edited.saved' }, { name }));
          // The button that the focus goes to has to be there first.
          void readAgain().then(list.close);
        }}
        onCancel={list.close}
      />
    );
  const namesOf = ({ members }: Team) =>
    people.filter(({ id }) => members.includes(id)).map(({ name }) => name);
  return (
    <>
      <p>
        <Link className="back" to="/admin">
          <FormattedMessage id="admin.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="teams.lead" />
      </p>
      <p role="status" className="said">
        {said}
      </p>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="teams.loading" />
        </p>
      )}
      <ul className="card-list edited-list">
        {data?.teams.map((team) => (
          <EditedCard
            key={team.id}
            id={team.id}
            name={team.name}
            form={formOf(team)}
            isFree={list.openId === null}
            onChange={() => list.open(team.id)}
            onDelete={() => setLeaving(team)}
          >
            <p>
              {namesOf(team).length > 0 ? (
                intl.formatList(namesOf(team))
              ) : (
                <FormattedMessage id="teams.nobody" />
              )}
            </p>
          </EditedCard>
        ))}
        {list.added !== null && (
          <li className="card">
            <h2>
              <FormattedMessage id="teams.new" />
            </h2>
            {formOf(list.added)}
          </li>
        )}
      </ul>
      {data !== undefined && list.openId === null && (
        <button
          type="button"
          id="add-team"
          className="secondary"
          onClick={() => list.add({ id: crypto.randomUUID(), name: '', members: [] })}
        >
          <FormattedMessage id="teams.add" />
        </button>
      )}
      {leaving !== null && (
        <ConfirmDialog
          heading={<FormattedMessage id="edited.delete.heading" values={{ name: leaving.name }} />}
          body={<FormattedMessage id="teams.delete.body" />}
          button={<FormattedMessage id="teams.delete.button" />}
          keep={<FormattedMessage id="delete.keep" />}
          onClose={() => setLeaving(null)}
          perform={async () => {
            const { failure } = await remove({ id: leaving.id });
            return failure && <FormattedMessage id={`failure.${failure}`} />;
          }}
          onDone={() => {
            setSaid(intl.formatMessage({ id: 'edited.deleted' }, { name: leaving.name }));
            setLeaving(null);
            void readAgain();
          }}
        />
      )}
    </>
  );
}
