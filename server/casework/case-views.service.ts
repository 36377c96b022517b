import type { DataSource } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Caseworker } from '../viewer.ts';
import { VIEWS } from './case-condition.ts';
import { CaseView, type CaseViewCount } from './case-view.type.ts';

const ALL = Object.values(CaseView);

/** How long the lists of an inbox are. */
export class CaseViewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
  ) {}

  /** Every list with its length, in the order of the inbox. One statement for all. */
  async counts(caseworker: Caseworker): Promise<CaseViewCount[]> {
    const columns = ALL.map((view) => `count(*) FILTER (WHERE ${VIEWS[view]})::int AS "${view}"`);
    const [row] = await this.dataSource.query<Record<string, number>[]>(
      `SELECT ${columns.join(', ')} FROM case_wrap w JOIN case_file f ON f.id = w.case_id
       WHERE w.caseworker_id = $1`,
      [caseworker.caseworkerId, await this.organisations.today()],
    );
    return ALL.map((view) => ({ view, count: row?.[view] ?? 0 }));
  }
}
