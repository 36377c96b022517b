import type { DataSource, EntityManager } from 'typeorm';
import type { KeyHolder } from '../access/case-wrap.service.ts';
import type { StaffService } from '../staff/staff.service.ts';
import { type KeptOutLabels, textIn } from './kept-out-label.service.ts';
import { KeptOutChanged, NobodyLeft, SubmissionsClosed } from './report.type.ts';

/** A label that a reporter chose, in the words that they read. */
export interface StoredKeptOut {
  readonly id: string;
  readonly text: string;
}

/** Who gets the keys of a new case, and who never does. */
export interface Readers {
  readonly holders: readonly KeyHolder[];
  /** Ids of caseworkers, whether or not they work here just now. */
  readonly keptOut: readonly string[];
  readonly chosen: readonly StoredKeptOut[];
}

/** Says who would read a report. */
export class ReadersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly labels: KeptOutLabels,
  ) {}

  /**
   * Everybody who may work with cases, but those whom the chosen labels stand for at this moment.
   *
   * @param manager of the transaction that stores the report; without one, what it would be now.
   * @param locale the language that the labels were read in.
   */
  async of(
    labelIds: readonly string[],
    locale: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Readers | SubmissionsClosed | KeptOutChanged | NobodyLeft> {
    const eligible = await this.staff.eligibleCaseworkers(manager);
    if (eligible.length === 0) return new SubmissionsClosed();
    const wanted = chosenOf(labelIds);
    if (wanted.length === 0) return { holders: eligible, keptOut: [], chosen: [] };
    const labels = await this.labels.chosen(manager, wanted);
    if (labels.length < wanted.length) return new KeptOutChanged();
    const keptOut = new Set(labels.flatMap(({ members }) => members));
    const holders = eligible.filter(({ id }) => !keptOut.has(id));
    if (holders.length === 0) return new NobodyLeft();
    const chosen = labels.map(({ id, texts }) => ({ id, text: textIn(texts, locale)?.text ?? '' }));
    return { holders, keptOut: [...keptOut], chosen };
  }

  /** Whether anybody who may work with cases holds the keys of this one. */
  async haveCase(caseId: string): Promise<boolean> {
    return (await this.staff.keyHoldersOf(this.dataSource.manager, [caseId])).length > 0;
  }

  /** Whether a report that keeps these out would be taken now. */
  async wouldRead(labelIds: readonly string[]): Promise<boolean> {
    return 'holders' in (await this.of(labelIds, ''));
  }
}

/** Ids of labels, each once, in an order that does not depend on the client. */
export function chosenOf(labelIds: readonly string[] | null | undefined): string[] {
  return [...new Set((labelIds ?? []).map((id) => id.toLowerCase()))].sort();
}
