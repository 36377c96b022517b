import type { DataSource, EntityManager } from 'typeorm';
import { isUuid } from '../shared/uuid.ts';
import { AuditAct } from './audit-act.type.ts';
import { chainEnd } from './audit-end.ts';
import type { AuditLogFilter } from './audit-log.input.ts';
import type {
  AuditActorKind,
  AuditDetail,
  AuditEntry,
  AuditHead,
  AuditLogPage,
  AuditPerson,
} from './audit-log.type.ts';

const MOST_PER_PAGE = 100;

/** Acts that say who may open a case. On a case of others they would tell somebody that they are kept out of it. */
const OF_KEYS = [AuditAct.KEPT_OUT, AuditAct.LET_IN, AuditAct.KEY_GRANTED];

/** Details that name somebody or a label by their id, and what they are shown as. */
const NAMED: Readonly<Record<string, string>> = {
  assigneeId: 'assignee',
  personId: 'person',
  askedById: 'askedBy',
  labelId: 'label',
};

/** Details that are for the program alone. */
const UNSHOWN = ['heldBy'];

interface EntryRow {
  readonly position: number;
  readonly at: Date;
  readonly actor: AuditActorKind;
  readonly person_name: string | null;
  readonly act: AuditAct;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly object: string | null;
  readonly details: string;
  /** Whether whoever asks holds a key to the case; null where there is none to it any more. */
  readonly can_open: boolean;
  readonly held: boolean;
}

/** Reads the audit log for administrators. */
export class AuditLogService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page, the latest entry first.
   *
   * What was done on a case is told to those who hold a key to it, and of a deleted one to those who held one. To
   * everybody else it is an act on a case, without its number and without any detail: whoever is kept out of a case
   * finds no trace of it here.
   */
  async page(
    readerId: string,
    { first, before, filter }: { first: number; before: number | null; filter: AuditLogFilter },
  ): Promise<AuditLogPage> {
    if (filter.personId != null && !isUuid(filter.personId)) return { entries: [], next: null };
    const size = Math.min(Math.max(first, 1), MOST_PER_PAGE);
    const rows = await this.dataSource.query<EntryRow[]>(
      `SELECT * FROM (
         SELECT e.position, e.done_at AS at, e.actor, e.caseworker_name AS person_name, e.act, e.case_id,
                e.case_number, e.object, e.details,
                EXISTS (SELECT FROM case_wrap w WHERE w.case_id = e.case_id AND w.caseworker_id = $1) AS can_open,
                EXISTS (SELECT FROM audit_entry d WHERE d.case_id = e.case_id AND d.act = 'CASE_DELETED'
                        AND d.details::jsonb -> 'heldBy' ? $1::text) AS held
         FROM audit_entry e
         WHERE ($2::bigint IS NULL OR e.position < $2) AND ($3::uuid IS NULL OR e.caseworker_id = $3)
           AND ($4::text IS NULL OR e.act = $4)
           AND ($5::date IS NULL OR e.done_at >= $5::date::timestamp AT TIME ZONE (SELECT time_zone FROM organisation))
           AND ($6::date IS NULL OR e.done_at < ($6::date + 1)::timestamp AT TIME ZONE (SELECT time_zone FROM organisation))
       ) entry
       WHERE $4::text IS NULL OR act <> ALL($7) OR case_id IS NULL OR can_open OR held
       ORDER BY position DESC LIMIT ${size + 1}`,
      [
        readerId,
        before,
        filter.personId ?? null,
        filter.act ?? null,
        filter.from ?? null,
        filter.to ?? null,
        OF_KEYS,
      ],
    );
    const shown = rows.slice(0, size);
    const nameOf = await this.namesOf(shown);
    return {
      entries: shown.map((row) => entryOf(row, nameOf)),
      next: rows.length > size ? (shown.at(-1)?.position ?? null) : null,
    };
  }

  /** The end of the log, to be noted elsewhere. */
  async head(): Promise<AuditHead> {
    const { position, hash } = await chainEnd(this.dataSource.manager);
    return { position, hash: hash.toString('hex') };
  }

  /** Everybody who did something, by name. */
  async people(): Promise<AuditPerson[]> {
    return this.dataSource.query<AuditPerson[]>(
      `SELECT id, name FROM (
         SELECT DISTINCT ON (caseworker_id) caseworker_id AS id, caseworker_name AS name FROM audit_entry
         WHERE caseworker_id IS NOT NULL ORDER BY caseworker_id, position DESC
       ) people WHERE name IS NOT NULL ORDER BY name, id`,
    );
  }

  /** Which of these acts were ever done, each with each of its details once. */
  async everDone(
    manager: EntityManager,
    acts: readonly AuditAct[],
  ): Promise<{ readonly act: AuditAct; readonly details: Readonly<Record<string, unknown>> }[]> {
    const rows = await manager.query<Pick<EntryRow, 'act' | 'details'>[]>(
      'SELECT DISTINCT act, details FROM audit_entry WHERE act = ANY($1)',
      [acts],
    );
    return rows.map(({ act, details }) => ({ act, details: read(details) }));
  }

  private async namesOf(rows: readonly EntryRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.flatMap(({ details }) =>
      Object.entries(read(details)).flatMap(([name, value]) => (NAMED[name] ? [String(value)] : [])),
    );
    if (ids.length === 0) return new Map();
    const named = await this.dataSource.query<AuditPerson[]>(
      `SELECT id::text, name FROM caseworker WHERE id::text = ANY($1)
       UNION ALL
       SELECT label.id, label.text FROM organisation, jsonb_to_recordset(labels) AS label(id text, text text)
       WHERE label.id = ANY($1)`,
      [ids],
    );
    return new Map(named.map(({ id, name }) => [id, name]));
  }
}

function entryOf(row: EntryRow, nameOf: ReadonlyMap<string, string>): AuditEntry {
  const isOnCase = row.case_id !== null;
  const mayKnow = !isOnCase || row.can_open || row.held;
  return {
    position: row.position,
    at: row.at,
    actor: row.actor,
    personName: row.person_name,
    act: mayKnow || !OF_KEYS.includes(row.act) ? row.act : null,
    isOnCase,
    caseId: row.can_open ? row.case_id : null,
    caseNumber: mayKnow ? row.case_number : null,
    object: mayKnow ? row.object : null,
    details: mayKnow ? detailsOf(row.details, nameOf) : [],
  };
}

function detailsOf(details: string, nameOf: ReadonlyMap<string, string>): AuditDetail[] {
  return Object.entries(read(details))
    .filter(([name]) => !UNSHOWN.includes(name))
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : String(value);
      const shown = NAMED[name];
      return shown ? { name: shown, value: nameOf.get(text) ?? text } : { name, value: text };
    });
}

function read(details: string): Record<string, unknown> {
  // Whoever changed a row in the database must not be able to make the whole page fail: the check says what is wrong.
  try {
    const value: unknown = JSON.parse(details);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
