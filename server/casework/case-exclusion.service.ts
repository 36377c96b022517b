import type { DataSource, EntityManager } from 'typeorm';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker as Colleague } from '../staff/staff.type.ts';

/** Who is kept out of which case, for good. Only those who hold the case ever read it. */
export class CaseExclusions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
  ) {}

  /** Keeps somebody out, inside the caller's transaction. False where they were kept out before. */
  async add(manager: EntityManager, caseIds: readonly string[], caseworkerId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO case_exclusion (case_id, caseworker_id) SELECT unnest($1::uuid[]), $2
       ON CONFLICT DO NOTHING RETURNING 1 AS added`,
      [caseIds, caseworkerId],
    );
    return rows.length > 0;
  }

  /** Who is kept out of each of these cases, by name. */
  async of(caseIds: readonly string[]): Promise<{ caseId: string; person: Colleague }[]> {
    const rows = await this.dataSource.query<{ caseId: string; caseworkerId: string }[]>(
      `SELECT case_id AS "caseId", caseworker_id AS "caseworkerId" FROM case_exclusion WHERE case_id = ANY($1)`,
      [caseIds],
    );
    const people = await this.staff.byIds([...new Set(rows.map(({ caseworkerId }) => caseworkerId))]);
    people.sort((one, other) => one.name.localeCompare(other.name, 'en'));
    return people.flatMap((person) =>
      rows.filter(({ caseworkerId }) => caseworkerId === person.id).map(({ caseId }) => ({ caseId, person })),
    );
  }
}
