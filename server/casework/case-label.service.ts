import type { DataSource, EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseActService } from './case-act.service.ts';
import { CaseActKind } from './case-act.type.ts';
import type { CaseLabel } from './case-label.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { SetCaseLabelsInput } from './case-work.input.ts';
import { CaseLabelsSet, UnknownLabel } from './case-work.type.ts';
import type { InboxService } from './inbox.service.ts';

/** Labels on cases, out of the organisation's vocabulary. */
export class CaseLabelService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
    private readonly caseFiles: CaseFileService,
    private readonly acts: CaseActService,
  ) {}

  /** All labels that can be put on, in the order of the vocabulary. */
  async vocabulary(): Promise<CaseLabel[]> {
    return [...(await this.organisations.settings()).labels];
  }

  /** A label with its text; what the vocabulary has no more is told by its id. */
  async labelled(): Promise<(id: string) => CaseLabel> {
    const texts = new Map((await this.vocabulary()).map((label) => [label.id, label]));
    return (id) => texts.get(id) ?? { id, text: id };
  }

  /** Puts labels on and takes labels off. What is so already is left alone, and stands in no history. */
  async set(
    caseworker: Caseworker,
    { caseId, add, remove }: SetCaseLabelsInput,
  ): Promise<CaseLabelsSet | UnknownLabel | CaseNotFound> {
    const found = await this.inbox.find(caseworker, caseId);
    if (!found) return new CaseNotFound();
    const known = new Set((await this.vocabulary()).map(({ id }) => id));
    if (add.some((id) => !known.has(id))) return new UnknownLabel();
    const today = await this.organisations.today();
    const isHeld = await inTransaction(this.dataSource, async (manager) => {
      if (!(await this.wraps.hold(manager, caseworker, found.id))) return false;
      const added = await changed(manager, ADD, found.id, add);
      const removed = await changed(manager, REMOVE, found.id, remove.filter(isStorable));
      if (added.length + removed.length === 0) return true;
      for (const labelId of added) {
        await this.acts.record(manager, caseworker, found.id, CaseActKind.LABELLED, { labelId });
      }
      for (const labelId of removed) {
        await this.acts.record(manager, caseworker, found.id, CaseActKind.UNLABELLED, { labelId });
      }
      await this.caseFiles.noteChange(manager, found.id, today);
      return true;
    });
    if (!isHeld) return new CaseNotFound();
    this.wakeUp.notify();
    const now = await this.inbox.find(caseworker, found.id);
    return now ? new CaseLabelsSet(now) : new CaseNotFound();
  }

  /** Ids of the labels on many cases with one statement. */
  async idsOf(caseIds: readonly string[]): Promise<{ caseId: string; labelId: string }[]> {
    return this.dataSource.query<{ caseId: string; labelId: string }[]>(
      'SELECT case_id AS "caseId", label_id AS "labelId" FROM case_label WHERE case_id = ANY($1)',
      [caseIds],
    );
  }
}

const ADD = `WITH changed AS (INSERT INTO case_label (case_id, label_id)
  SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING RETURNING label_id) SELECT label_id FROM changed`;
const REMOVE = `WITH changed AS (DELETE FROM case_label WHERE case_id = $1 AND label_id = ANY($2) RETURNING label_id)
  SELECT label_id FROM changed`;

async function changed(
  manager: EntityManager,
  sql: string,
  caseId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await manager.query<{ label_id: string }[]>(sql, [caseId, [...new Set(ids)]]);
  return rows.map((row) => row.label_id);
}

/** PostgreSQL throws at a text with a NUL. */
function isStorable(id: string): boolean {
  return !id.includes('\0');
}
