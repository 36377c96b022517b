import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { EditedListPage } from '../admin/EditedListPage.tsx';
import { failureOf } from '../service/failure.ts';
import { useAct } from '../service/use-act.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { type Team, TeamForm } from './TeamForm.tsx';
import { DeleteTeam, TeamsPageQuery } from './teams.query.ts';

/** Names for groups of people, and who is in them. */
export function TeamsPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(TeamsPageQuery, { fetchPolicy: 'no-cache' });
  const readAgain = () => refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, () => void readAgain());
  const remove = useAct(DeleteTeam);

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void readAgain()} />;
  }
  const people = (data?.people ?? []).filter(({ state }) => state !== 'REMOVED');
  const entryOf = (team: Team) => {
    const names = people.filter(({ id }) => team.members.includes(id)).map(({ name }) => name);
    const facts = names.length > 0 ? intl.formatList(names) : <FormattedMessage id="teams.nobody" />;
    return { name: team.name, facts: <p>{facts}</p>, draft: team };
  };
  return (
    <EditedListPage<Team>
      title={intl.formatMessage({ id: 'admin.teams.heading' })}
      lead={
        <p className="lead">
          <FormattedMessage id="teams.lead" />
        </p>
      }
      texts="teams"
      fieldId="team-name"
      entries={data === undefined ? null : data.teams.map(entryOf)}
      none={null}
      blank={() => ({ id: crypto.randomUUID(), version: null, name: '', members: [] })}
      form={(team, ends) => <TeamForm team={team} people={people} {...ends} />}
      remove={(id) => remove({ id })}
      readAgain={readAgain}
    />
  );
}
