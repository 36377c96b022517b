import { FormattedMessage, useIntl } from 'react-intl';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { EditedList } from '../admin/EditedList.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { useAct } from '../service/use-act.ts';
import { type Team, TeamForm } from './TeamForm.tsx';
import { DeleteTeam, TeamsPageQuery } from './teams.query.ts';

/** Names for groups of people, and who is in them. */
export function TeamsPage() {
  const intl = useIntl();
  const page = usePageData(TeamsPageQuery);
  const remove = useAct(DeleteTeam);
  const people = (page.data?.people ?? []).filter(({ state }) => state !== 'REMOVED');
  const entryOf = (team: Team) => {
    const names = people.filter(({ id }) => team.members.includes(id)).map(({ name }) => name);
    const facts = names.length > 0 ? intl.formatList(names) : <FormattedMessage id="teams.nobody" />;
    return { name: team.name, facts: <p>{facts}</p>, draft: team };
  };
  return (
    <AdminFrame name="admin.teams.heading" lead="teams.lead" page={page}>
      {({ teams }) => (
        <EditedList<Team>
          texts="teams"
          fieldId="team-name"
          entries={teams.map(entryOf)}
          none={null}
          blank={() => ({ id: crypto.randomUUID(), version: null, name: '', members: [] })}
          form={(team, ends) => <TeamForm team={team} people={people} {...ends} />}
          remove={(id) => remove({ id })}
          readAgain={page.again}
        />
      )}
    </AdminFrame>
  );
}
