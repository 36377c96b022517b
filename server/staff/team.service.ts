import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { takenIn } from '../database/database-unavailable.ts';
import { inTransaction } from '../database/transaction.ts';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import { saveOf, versionOf } from '../shared/state-version.ts';
import { characterCount, tidyLine } from '../shared/text.ts';
import { isUuid } from '../shared/uuid.ts';
import type { SaveTeamInput } from './team.input.ts';
import { InvalidTeam, type Team, TeamSaved } from './team.type.ts';

const LONGEST_NAME = 100; // characters

/** Names for groups of people, kept by administrators. */
export class TeamService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** All of them, by name. */
  async all(): Promise<Team[]> {
    return (await this.dataSource.query<TeamRow[]>(`${TEAM} ORDER BY t.name, t.id`)).map(viewOf);
  }

  /** Makes a team, or changes the one with this id, unless somebody did since `version` was read. */
  async save(
    by: string,
    { id: given, name: typed, members, version }: SaveTeamInput,
  ): Promise<TeamSaved | InvalidTeam | ChangedMeanwhile> {
    const id = given.toLowerCase();
    const name = tidyLine(typed);
    if (!isUuid(id)) return new InvalidTeam('The id of a team is a UUID. Nothing was stored.');
    if (name === '' || characterCount(name) > LONGEST_NAME) {
      return new InvalidTeam(
        `Give the team a name of at most ${LONGEST_NAME} characters. Nothing was stored.`,
      );
    }
    try {
      return await inTransaction(this.dataSource, async (manager) => {
        // Two that are saved at once are looked at one after the other.
        await manager.query('LOCK TABLE team IN SHARE ROW EXCLUSIVE MODE');
        const people = await manager.query<{ id: string }[]>(
          'SELECT id FROM caseworker WHERE id = ANY($1) AND NOT is_removed ORDER BY id FOR KEY SHARE',
          [members.filter(isUuid)],
        );
        const wanted = { id, name, members: people.map((person) => person.id) };
        const [now] = await manager.query<TeamRow[]>(`${TEAM} WHERE t.id = $1`, [id]);
        const decided = saveOf(now ? stateOf(now) : null, stateOf(wanted), version);
        if (decided === 'outdated') return ChangedMeanwhile.inList();
        if (decided === 'done') return new TeamSaved(viewOf(wanted));
        await manager.query(
          `INSERT INTO team (id, name, name_key) VALUES ($1, $2, $3)
           ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, name_key = EXCLUDED.name_key`,
          [id, name, name.normalize('NFKC').toLowerCase()],
        );
        await manager.query('DELETE FROM team_member WHERE team_id = $1', [id]);
        await manager.query(
          'INSERT INTO team_member (team_id, caseworker_id) SELECT $1, unnest($2::uuid[])',
          [id, wanted.members],
        );
        this.audit.record(manager, { caseworkerId: by }, AuditAct.TEAM_CHANGED, { object: name });
        return new TeamSaved(viewOf(wanted));
      });
    } catch (error) {
      if (takenIn(error) === null) throw error;
      return new InvalidTeam('Another team has this name already. Nothing was stored.');
    }
  }

  /** Deletes a team, where there is one; the people stay. */
  async delete(by: string, id: string): Promise<void> {
    if (!isUuid(id)) return;
    await inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[{ name: string }[], number]>(
        'DELETE FROM team WHERE id = $1 RETURNING name',
        [id],
      );
      const [gone] = rows;
      if (!gone) return;
      this.audit.record(manager, { caseworkerId: by }, AuditAct.TEAM_CHANGED, { object: gone.name });
    });
  }
}

type TeamRow = Omit<Team, 'version'>;

/** Names the state of a team. */
function stateOf({ name, members }: TeamRow): string {
  return versionOf({ name, members: [...members].sort() });
}

function viewOf(row: TeamRow): Team {
  return { ...row, version: stateOf(row) };
}

/** SELECT of teams. */
const TEAM = `SELECT t.id, t.name,
  ARRAY(SELECT m.caseworker_id FROM team_member m WHERE m.team_id = t.id) AS members FROM team t`;
