import type { DataSource, EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { CaseKeys } from '../crypto/case-keys.ts';
import { inTransaction } from '../database/transaction.ts';
import { InvalidMessage } from '../messaging/message.type.ts';
import { characterCount } from '../shared/text.ts';
import type { Caseworker } from '../viewer.ts';
import type { SaveDraftInput } from './case-draft.input.ts';
import { type CaseDraft, type DraftKind, DraftSaved } from './case-draft.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { InboxService } from './inbox.service.ts';

/** More than a message may hold, so that one that grew too long is not lost; still fits a sealed body. */
const LONGEST_DRAFT = 8_000; // characters

/** A draft as it is stored. */
export interface SealedDraft {
  readonly caseId: string;
  readonly kind: DraftKind;
  readonly sealedText: Buffer;
}

/** What caseworkers began to write: one of each kind for each of them and each case. */
export class CaseDraftService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
  ) {}

  /** Keeps a draft as it was typed, or deletes a blank one. The last save wins. */
  async save(
    caseworker: Caseworker,
    input: SaveDraftInput,
  ): Promise<DraftSaved | InvalidMessage | CaseNotFound> {
    const found = await this.inbox.find(caseworker, input.caseId);
    if (!found) return new CaseNotFound();
    const text = input.text.toWellFormed();
    if (characterCount(text) > LONGEST_DRAFT) {
      return new InvalidMessage('This is too long to be kept as a draft. Shorten it to 8,000 characters.');
    }
    if (text.trim() === '') {
      await this.discard(this.dataSource.manager, caseworker, found.id, input.kind);
      return new DraftSaved(input.kind);
    }
    const isKept = await inTransaction(this.dataSource, async (manager) => {
      const caseKeys = await this.wraps.hold(manager, caseworker, found.id);
      if (!caseKeys) return false;
      await manager.query(
        `INSERT INTO case_draft (case_id, caseworker_id, kind, sealed_text) VALUES ($1, $2, $3, $4)
         ON CONFLICT (case_id, caseworker_id, kind) DO UPDATE SET sealed_text = EXCLUDED.sealed_text`,
        [
          found.id,
          caseworker.caseworkerId,
          input.kind,
          caseKeys.seal(text, place(found.id, caseworker, input.kind)),
        ],
      );
      return true;
    });
    if (!isKept) return new CaseNotFound();
    return new DraftSaved(input.kind);
  }

  /** Deletes a draft; one that was sent, for example. */
  async discard(
    manager: EntityManager,
    { caseworkerId }: Caseworker,
    caseId: string,
    kind: DraftKind,
  ): Promise<void> {
    await manager.query('DELETE FROM case_draft WHERE case_id = $1 AND caseworker_id = $2 AND kind = $3', [
      caseId,
      caseworkerId,
      kind,
    ]);
  }

  /** One's own drafts on many cases with one statement, still sealed. */
  async sealedOf({ caseworkerId }: Caseworker, caseIds: readonly string[]): Promise<SealedDraft[]> {
    return this.dataSource.query<SealedDraft[]>(
      `SELECT case_id AS "caseId", kind, sealed_text AS "sealedText"
       FROM case_draft WHERE case_id = ANY($1) AND caseworker_id = $2 ORDER BY kind`,
      [caseIds, caseworkerId],
    );
  }

  /** Opens a draft. @throws {SealBroken} another key, another row, or changed bytes. */
  open({ caseId, kind, sealedText }: SealedDraft, caseworker: Caseworker, caseKeys: CaseKeys): CaseDraft {
    return { kind, text: caseKeys.open(sealedText, place(caseId, caseworker, kind)) };
  }
}

function place(caseId: string, { caseworkerId }: Caseworker, kind: DraftKind) {
  return { table: 'case_draft', row: `${caseId}/${caseworkerId}/${kind}`, column: 'sealed_text' };
}
