import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import type { CaseKeys } from '../crypto/case-keys.ts';
import { type CopyReader, type SealedWords, wordsIn } from '../database/copy-reader.ts';
import type { WakeUp } from '../database/wake-up.ts';
import { InvalidMessage } from '../messaging/message.type.ts';
import { checkMessageText } from '../messaging/message-text.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { Clock } from '../shared/clock.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseDraftService } from './case-draft.service.ts';
import { DraftKind } from './case-draft.type.ts';
import type { AddCaseNoteInput } from './case-note.input.ts';
import { CaseNote, CaseNoteAdded } from './case-note.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { InboxService } from './inbox.service.ts';

type Outcome = CaseNoteAdded | InvalidMessage | KeyReused | CaseNotFound;

/** A note as it is stored. */
export interface SealedNote {
  readonly id: string;
  readonly caseId: string;
  readonly authorId: string;
  readonly sealedText: Buffer;
  readonly writtenAt: Date;
}

/** What an acknowledged note is known by: no words. */
export interface StoredNote {
  readonly id: string;
  /** ISO 8601. */
  readonly writtenAt: string;
}

/** What staff write to each other about a case. */
export class CaseNoteService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wakeUp: WakeUp,
    private readonly clock: Clock,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
    private readonly caseFiles: CaseFileService,
    private readonly drafts: CaseDraftService,
    private readonly staff: StaffService,
    private readonly audit: AuditService,
  ) {}

  /** Stores a note, once; the draft of it is gone then. */
  async add(caseworker: Caseworker, input: AddCaseNoteInput): Promise<Outcome> {
    const found = await this.inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const checked = checkMessageText(input.text);
    if ('fault' in checked) return new InvalidMessage(checked.fault);
    const { text } = checked;
    const scope = `addCaseNote ${caseworker.caseworkerId}`;
    const write = this.idempotency.digest(scope, input.idempotencyKey, [found.id, text]);
    const author = await this.staff.colleague(caseworker.caseworkerId);
    const again = (stored: StoredNote): Outcome => new CaseNoteAdded(noteOf(stored, text, author));
    const earlier = await this.idempotency.replay(write, again);
    if (earlier) return earlier;
    const today = await this.organisations.today();
    const attempt = async (manager: EntityManager, claim: (stored: StoredNote) => void): Promise<Outcome> => {
      const caseKeys = await this.wraps.hold(manager, caseworker, found.id);
      if (!caseKeys) return new CaseNotFound();
      const stored = await this.insert(manager, caseworker, found.id, caseKeys, text);
      claim(stored);
      this.audit.record(manager, caseworker, AuditAct.NOTE_ADDED, { caseId: found.id });
      await this.caseFiles.noteChange(manager, found.id, today);
      await this.drafts.discard(manager, caseworker, found.id, DraftKind.NOTE);
      return again(stored);
    };
    const outcome = await this.idempotency.once(write, today, attempt, again);
    this.wakeUp.notify();
    return outcome;
  }

  /** Seals and stores a note inside the caller's transaction. */
  async insert(
    manager: EntityManager,
    caseworker: Caseworker,
    caseId: string,
    caseKeys: CaseKeys,
    text: string,
  ): Promise<StoredNote> {
    const id = randomUUID();
    const writtenAt = this.clock.now();
    await manager.query(
      'INSERT INTO case_note (id, case_id, caseworker_id, sealed_text, written_at) VALUES ($1, $2, $3, $4, $5)',
      [id, caseId, caseworker.caseworkerId, caseKeys.seal(text, place(id)), writtenAt],
    );
    return { id, writtenAt: writtenAt.toISOString() };
  }

  /** Notes of many cases with one statement, the oldest first, still sealed. */
  async sealedOf(caseIds: readonly string[]): Promise<SealedNote[]> {
    return this.dataSource.query<SealedNote[]>(
      `SELECT id, case_id AS "caseId", caseworker_id AS "authorId", sealed_text AS "sealedText",
              written_at AS "writtenAt"
       FROM case_note WHERE case_id = ANY($1) ORDER BY written_at, id`,
      [caseIds],
    );
  }

  /** The words of the notes of many cases by case, in no order, still sealed: for a search through thousands. */
  async wordsOf(reader: CopyReader, caseIds: readonly string[]): Promise<SealedWords[]> {
    const select = 'SELECT id::text, case_id::text, sealed_text FROM case_note WHERE case_id = ANY($1)';
    return wordsIn(await reader.read(select, [`{${caseIds.join()}}`]));
  }

  /** Opens the words of one note. @throws {SealBroken} another key, another row, or changed bytes. */
  open(note: Pick<SealedNote, 'id' | 'sealedText'>, caseKeys: CaseKeys): string {
    return caseKeys.open(note.sealedText, place(note.id));
  }
}

/** A note that was acknowledged, with the words that its writer sent. */
export function noteOf(stored: StoredNote, text: string, author: CaseNote['author']): CaseNote {
  return new CaseNote({ id: stored.id, author, text, writtenAt: new Date(stored.writtenAt) });
}

function place(row: string) {
  return { table: 'case_note', row, column: 'sealed_text' };
}
