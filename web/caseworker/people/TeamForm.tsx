import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAct } from '../service/use-act.ts';
import { CardForm } from '../ui/CardForm.tsx';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PeopleChecks } from './PeopleChecks.tsx';
import { SaveTeam } from './teams.query.ts';

/** A team, as it is stored or will be. */
export interface Team {
  readonly id: string;
  /** Null for a new one. */
  readonly version: string | null;
  readonly name: string;
  readonly members: readonly string[];
}

/** Name and members of a team. */
export function TeamForm({
  team,
  people,
  onSaved,
  onCancel,
}: {
  readonly team: Team;
  readonly people: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  readonly onSaved: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const intl = useIntl();
  const ask = useAct(SaveTeam);
  // Of what the form began with, whatever is read anew meanwhile.
  const [version] = useState(team.version);
  const [name, setName] = useState(team.name);
  const [members, setMembers] = useState(team.members);
  const isChanged = name !== team.name || [...members].sort().join() !== [...team.members].sort().join();

  const save = async (): Promise<readonly Fault[]> => {
    const { data, failure } = await ask({ input: { id: team.id, version, name, members: [...members] } });
    if (failure !== null) return [{ field: null, text: intl.formatMessage({ id: `failure.${failure}` }) }];
    const result = data.saveTeam;
    switch (result.__typename) {
      case 'InvalidTeam':
        // All that can be wrong with what was filled in here is the name.
        return [{ field: 'team-name', text: result.refusal }];
      case 'ChangedMeanwhile':
      case 'ServiceBusy':
        return [{ field: null, text: result.refusal }];
      default:
        onSaved(name.trim());
        return [];
    }
  };

  return (
    <CardForm isChanged={isChanged} onSave={save} onCancel={onCancel}>
      {(faults) => (
        <>
          <TextField
            id="team-name"
            label={intl.formatMessage({ id: 'teams.name' })}
            error={faultOf(faults, 'team-name')}
            autoComplete="off"
            value={name}
            onValue={setName}
          />
          <PeopleChecks
            id="team-members"
            legend={intl.formatMessage({ id: 'teams.members' })}
            people={people}
            chosen={members}
            onChosen={setMembers}
          />
        </>
      )}
    </CardForm>
  );
}
