import type { DataSource, EntityManager } from 'typeorm';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import { saveOf, versionOf } from '../shared/state-version.ts';
import { characterCount, tidyLine } from '../shared/text.ts';
import { isUuid } from '../shared/uuid.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../staff/staff.type.ts';
import type { SaveKeptOutLabelInput } from './kept-out-label.input.ts';
import {
  InvalidKeptOutLabel,
  type KeptOutChoice,
  type KeptOutLabel,
  KeptOutLabelSaved,
  type KeptOutText,
} from './kept-out-label.type.ts';

const LONGEST_TEXT = 100; // characters
const MOST_LABELS = 50;
const HIGHEST_SORT = 1_000;

/** BCP 47, as far as languages, scripts and regions go. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

interface LabelRow {
  readonly id: string;
  readonly sort: number;
  readonly texts: KeptOutText[];
  readonly members: string[];
}

/** Whoever was removed and is invited again is another person here: a label stands for those alone who can come back. */
const READ = `SELECT l.id, l.sort, l.texts, array_remove(array_agg(c.id::text), NULL) AS members
  FROM kept_out_label l LEFT JOIN kept_out_member m ON m.label_id = l.id
  LEFT JOIN caseworker c ON c.id = m.caseworker_id AND NOT c.is_removed`;

/** Neutral words by which a reporter keeps somebody from a report. Which people they stand for, reporters never learn. */
export class KeptOutLabels {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly audit: AuditService,
  ) {}

  /** What a reporter can choose among, in a language or in the first one that a label has. */
  async offered(locale: string): Promise<KeptOutChoice[]> {
    const rows = await this.rows();
    return rows.filter(isOffered).flatMap(({ id, texts }) => {
      const text = textIn(texts, locale);
      return text ? [{ id, ...text }] : [];
    });
  }

  /** All labels with the people they stand for, in the order of the list. */
  async all(): Promise<KeptOutLabel[]> {
    const rows = await this.rows();
    const people = await this.staff.byIds([...new Set(rows.flatMap(({ members }) => members))]);
    people.sort((one, other) => one.name.localeCompare(other.name, 'en'));
    return rows.map((row) => viewOf(row, people));
  }

  /** Those of these labels that a reporter can choose, in no order, inside the caller's transaction. */
  async chosen(manager: EntityManager, ids: readonly string[]): Promise<LabelRow[]> {
    return (await this.byIds(manager, ids)).filter(isOffered);
  }

  /** Ids of the labels that stand for somebody now. */
  async standingFor(manager: EntityManager, caseworkerId: string): Promise<string[]> {
    const rows = await manager.query<{ label_id: string }[]>(
      'SELECT label_id FROM kept_out_member WHERE caseworker_id = $1',
      [caseworkerId],
    );
    return rows.map((row) => row.label_id);
  }

  /**
   * Makes a label, or changes the one with this id. It counts from then on: nobody loses or gets a case by it, so that
   * whoever runs the installation can neither take cases from people nor find out which cases a label was chosen for.
   *
   * A save that is based on an older state is refused: it could take away somebody whom another administrator has just added,
   * and a reporter who chooses the label means to keep that person out.
   *
   * Whoever was removed while the label was written is left out, as they can never come back. One that would stand for
   * nobody is refused, and so is an id that nobody ever had: leaving that out would let in whom a reporter keeps out.
   */
  async save(
    by: AuditActor,
    input: SaveKeptOutLabelInput,
  ): Promise<KeptOutLabelSaved | InvalidKeptOutLabel | ChangedMeanwhile> {
    const texts = input.texts.map(({ locale, text }) => ({ locale, text: tidyLine(text) }));
    const ids = [...new Set(input.caseworkerIds.map((id) => id.toLowerCase()))];
    const fault = faultOf(input, texts, ids);
    if (fault) return new InvalidKeptOutLabel(fault);
    const people = await this.staff.byIds(ids);
    if (people.length < ids.length) {
      return new InvalidKeptOutLabel('One of these people does not work here. Nothing was stored.');
    }
    people.sort((one, other) => one.name.localeCompare(other.name, 'en'));
    const id = input.id.toLowerCase();
    const save = await inTransaction(this.dataSource, async (manager) => {
      // Two that are saved at once are looked at one after the other.
      await manager.query('LOCK TABLE kept_out_label IN SHARE ROW EXCLUSIVE MODE');
      const here = await manager.query<{ id: string }[]>(
        'SELECT id FROM caseworker WHERE id = ANY($1) AND NOT is_removed FOR KEY SHARE',
        [ids],
      );
      if (here.length === 0) return 'nobody';
      const members = here.map((person) => person.id);
      const label = viewOf({ id, sort: input.sort, texts, members }, people);
      const [now] = await this.byIds(manager, [id]);
      const decided = saveOf(now ? stateOf(now) : null, label.version, input.version);
      if (decided !== 'store') return decided === 'done' ? label : decided;
      const [others] = await manager.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM kept_out_label WHERE id <> $1',
        [id],
      );
      if ((others?.count ?? 0) >= MOST_LABELS) return 'too-many';
      await manager.query(
        `INSERT INTO kept_out_label (id, sort, texts) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET sort = EXCLUDED.sort, texts = EXCLUDED.texts`,
        [id, input.sort, JSON.stringify(texts)],
      );
      await manager.query('DELETE FROM kept_out_member WHERE label_id = $1 AND caseworker_id <> ALL($2)', [
        id,
        members,
      ]);
      await manager.query(
        'INSERT INTO kept_out_member (label_id, caseworker_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
        [id, members],
      );
      this.audit.record(
        manager,
        by,
        AuditAct.KEPT_OUT_LABEL_SAVED,
        { object: nameOf(texts) },
        { standsFor: label.caseworkers.map(({ name }) => name) },
      );
      return label;
    });
    if (save === 'nobody')
      return new InvalidKeptOutLabel(
        'These people were removed. Choose whom the label stands for. Nothing was stored.',
      );
    if (save === 'too-many') {
      return new InvalidKeptOutLabel(`There can be ${MOST_LABELS} labels. Nothing was stored.`);
    }
    return save === 'outdated' ? ChangedMeanwhile.inList() : new KeptOutLabelSaved(save);
  }

  /** Deletes a label, where there is one. Whoever is kept from a case by it stays so. */
  async delete(by: AuditActor, id: string): Promise<void> {
    if (!isUuid(id)) return;
    await inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[{ texts: KeptOutText[] }[], number]>(
        'DELETE FROM kept_out_label WHERE id = $1 RETURNING texts',
        [id],
      );
      const [gone] = rows;
      if (gone) {
        this.audit.record(manager, by, AuditAct.KEPT_OUT_LABEL_DELETED, { object: nameOf(gone.texts) });
      }
    });
  }

  private rows(): Promise<LabelRow[]> {
    return this.dataSource.query<LabelRow[]>(`${READ} GROUP BY l.id ORDER BY l.sort, l.id`);
  }

  private byIds(manager: EntityManager, ids: readonly string[]): Promise<LabelRow[]> {
    return manager.query<LabelRow[]>(`${READ} WHERE l.id = ANY($1) GROUP BY l.id`, [ids.filter(isUuid)]);
  }
}

/** One that stands for nobody would promise what it does not keep. */
function isOffered({ members }: LabelRow): boolean {
  return members.length > 0;
}

/** A text in a language, or in the first one there is. */
export function textIn(texts: readonly KeptOutText[], locale: string): KeptOutText | null {
  return texts.find((text) => text.locale === locale) ?? texts[0] ?? null;
}

/** Names the state of a label. */
function stateOf({ sort, texts, members }: Omit<LabelRow, 'id'>): string {
  return versionOf({ sort, texts, members: [...members].sort() });
}

/** @param people those it stands for, and perhaps others, in the order in which they are told. */
function viewOf(row: LabelRow, people: readonly Caseworker[]): KeptOutLabel {
  const { members, ...label } = row;
  return {
    ...label,
    caseworkers: people.filter(({ id }) => members.includes(id)),
    version: stateOf(row),
  };
}

/** What staff call a label: its first text. */
function nameOf(texts: readonly KeptOutText[]): string {
  return texts[0]?.text ?? '';
}

function faultOf(
  { id, sort }: SaveKeptOutLabelInput,
  texts: readonly KeptOutText[],
  caseworkerIds: readonly string[],
): string | null {
  if (!isUuid(id)) return 'The id of a label is a UUID. Nothing was stored.';
  if (sort < 0 || sort > HIGHEST_SORT)
    return 'Number the places in the list from 0 to 1,000. Nothing was stored.';
  if (texts.length === 0) return 'Write the label in at least one language. Nothing was stored.';
  if (texts.some(({ locale }) => !LOCALE.test(locale))) {
    return 'Say the language like en or en-GB. Nothing was stored.';
  }
  if (new Set(texts.map(({ locale }) => locale)).size < texts.length) {
    return 'Write one text for each language. Nothing was stored.';
  }
  if (texts.some(({ text }) => text === '' || characterCount(text) > LONGEST_TEXT || text.includes('\n'))) {
    return 'A label is one line of 1 to 100 characters. Nothing was stored.';
  }
  if (caseworkerIds.length === 0) return 'Choose whom the label stands for. Nothing was stored.';
  if (!caseworkerIds.every(isUuid)) return 'One of these people does not work here. Nothing was stored.';
  return null;
}
