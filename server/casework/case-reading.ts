import DataLoader from 'dataloader';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { CaseKeys } from '../crypto/case-keys.ts';
import { epochOf } from '../crypto/sealing.ts';
import type { MessageService, SealedMessage } from '../messaging/message.service.ts';
import type { Message } from '../messaging/message.type.ts';
import type { Answer } from '../questionnaire/answer.type.ts';
import type { CaseBodyService, SealedCase } from '../reports/case-body.service.ts';
import { groupedBy } from '../shared/grouped-by.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker as Colleague } from '../staff/staff.type.ts';
import type { Caseworker } from '../viewer.ts';
import type { ContactDetails } from './case.type.ts';
import type { CaseActService, SealedAct } from './case-act.service.ts';
import type { CaseAct } from './case-act.type.ts';
import type { CaseDraftService, SealedDraft } from './case-draft.service.ts';
import type { CaseDraft } from './case-draft.type.ts';
import type { CaseExclusions } from './case-exclusion.service.ts';
import type { CaseLabelService } from './case-label.service.ts';
import type { CaseLabel } from './case-label.type.ts';
import type { CaseNoteService, SealedNote } from './case-note.service.ts';
import { CaseNote } from './case-note.type.ts';
import type { CaseRow } from './case-row.ts';
import type { InboxService } from './inbox.service.ts';

/** Where what a case holds is read from. */
export interface CaseSources {
  readonly wraps: CaseWrapService;
  readonly inbox: InboxService;
  readonly staff: StaffService;
  readonly bodies: CaseBodyService;
  readonly messages: MessageService;
  readonly notes: CaseNoteService;
  readonly acts: CaseActService;
  readonly drafts: CaseDraftService;
  readonly labels: CaseLabelService;
  readonly exclusions: CaseExclusions;
}

/** What one request reads of many cases at once, each kind with one statement, and opens only where it is asked for. */
export class CaseReading {
  readonly caseworkers: DataLoader<string, Colleague | null>;
  readonly holders: DataLoader<string, Colleague[]>;
  readonly keptOut: DataLoader<string, Colleague[]>;
  readonly labels: DataLoader<string, CaseLabel[]>;
  private readonly sealedBodies: DataLoader<string, SealedCase | null>;
  private readonly sealedMessages: DataLoader<string, SealedMessage[]>;
  private readonly sealedNotes: DataLoader<string, SealedNote[]>;
  private readonly sealedActs: DataLoader<string, SealedAct[]>;
  private readonly sealedDrafts: DataLoader<string, SealedDraft[]>;
  private readonly keys = new Map<string, CaseKeys>();

  constructor(
    private readonly caseworker: Caseworker,
    private readonly sources: CaseSources,
  ) {
    const { staff, bodies, messages, notes, acts, drafts, labels, exclusions } = sources;
    this.caseworkers = one(
      (ids) => staff.byIds(ids),
      ({ id }) => id,
    );
    this.sealedBodies = one(
      (ids) => bodies.sealed(ids),
      ({ id }) => id,
    );
    this.sealedMessages = many(
      (ids) => messages.sealedOf(ids),
      ({ conversationId }) => conversationId,
    );
    this.sealedNotes = many((ids) => notes.sealedOf(ids), ofCase);
    this.sealedActs = many((ids) => acts.sealedOf(ids), ofCase);
    this.sealedDrafts = many((ids) => drafts.sealedOf(caseworker, ids), ofCase);
    this.holders = new DataLoader(async (ids) => {
      const rows = groupedBy(await staff.holdersOf(ids), ofCase);
      return ids.map((id) => (rows.get(id) ?? []).map(({ holder }) => holder));
    });
    this.keptOut = new DataLoader(async (ids) => {
      const rows = groupedBy(await exclusions.of(ids), ofCase);
      return ids.map((id) => (rows.get(id) ?? []).map(({ person }) => person));
    });
    this.labels = new DataLoader(async (ids) => {
      const [rows, labelled] = await Promise.all([labels.idsOf(ids), labels.labelled()]);
      const byCase = groupedBy(rows, ofCase);
      return ids.map((id) => (byCase.get(id) ?? []).map(({ labelId }) => labelled(labelId)).sort(byText));
    });
  }

  async answers(row: CaseRow): Promise<Answer[]> {
    const sealed = await this.sealedBodies.load(row.id);
    return sealed ? this.sources.bodies.answers(sealed, await this.keysOf(row, [])) : [];
  }

  /** With questions and choices in the reporter's language. */
  async answersAsAsked(row: CaseRow): Promise<Answer[]> {
    const sealed = await this.sealedBodies.load(row.id);
    return sealed ? this.sources.bodies.answersAsAsked(sealed, await this.keysOf(row, [])) : [];
  }

  /** Texts of the choices that say of what kind it was. */
  async category(row: CaseRow): Promise<string[]> {
    const sealed = await this.sealedBodies.load(row.id);
    return sealed ? this.sources.bodies.category(sealed, await this.keysOf(row, [])) : [];
  }

  async contactDetails(row: CaseRow): Promise<ContactDetails | null> {
    const sealed = await this.sealedBodies.load(row.id);
    return sealed && this.sources.bodies.contactDetails(sealed, await this.keysOf(row, []));
  }

  /** Whom the reporter asked to keep out, in the words that they chose. */
  async keptOutByReporter(row: CaseRow): Promise<string[]> {
    const sealed = await this.sealedBodies.load(row.id);
    if (!sealed) return [];
    return this.sources.bodies.keptOut(sealed, await this.keysOf(row, [])).map(({ text }) => text);
  }

  async messages(row: CaseRow): Promise<Message[]> {
    if (!row.conversation_id) return [];
    const sealed = await this.sealedMessages.load(row.conversation_id);
    const keys = await this.keysOf(row, textsOf(sealed));
    return sealed.map((message) => this.sources.messages.open(message, keys));
  }

  async notes(row: CaseRow): Promise<CaseNote[]> {
    const sealed = await this.sealedNotes.load(row.id);
    const keys = await this.keysOf(row, textsOf(sealed));
    return Promise.all(
      sealed.map(async (note) => {
        const author = await this.person(note.authorId);
        return new CaseNote({ ...note, author, text: this.sources.notes.open(note, keys) });
      }),
    );
  }

  async history(row: CaseRow): Promise<CaseAct[]> {
    const acts = await this.sealedActs.load(row.id);
    const reasons = acts.flatMap(({ sealedReason }) => sealedReason ?? []);
    const keys = await this.keysOf(row, reasons);
    const labelled = acts.some(({ labelId }) => labelId) ? await this.sources.labels.labelled() : null;
    return Promise.all(
      acts.map(async ({ byId, assigneeId, labelId, sealedReason, ...act }) => ({
        ...act,
        by: await this.person(byId),
        assignee: assigneeId === null ? null : await this.person(assigneeId),
        label: labelId === null || !labelled ? null : labelled(labelId),
        reason: sealedReason && this.sources.acts.openReason(act.id, sealedReason, keys),
      })),
    );
  }

  async drafts(row: CaseRow): Promise<CaseDraft[]> {
    const sealed = await this.sealedDrafts.load(row.id);
    const keys = await this.keysOf(row, textsOf(sealed));
    return sealed.map((draft) => this.sources.drafts.open(draft, this.caseworker, keys));
  }

  /** Opened once for all that is asked of a case, and once more where a text is newer than the newest of them. */
  private async keysOf(row: CaseRow, texts: readonly Buffer[]): Promise<CaseKeys> {
    const { wraps, inbox } = this.sources;
    const keys = this.keys.get(row.id) ?? wraps.open(row, this.caseworker);
    this.keys.set(row.id, keys);
    if (texts.every((text) => epochOf(text) <= keys.epoch)) return keys;
    const now = await inbox.find(this.caseworker, row.id);
    const newer = now ? wraps.open(now.row, this.caseworker) : keys;
    this.keys.set(row.id, newer);
    return newer;
  }

  private async person(id: string): Promise<Colleague> {
    const person = await this.caseworkers.load(id);
    if (!person) throw new TypeError('Nobody has this id');
    return person;
  }
}

function textsOf(sealed: readonly { readonly sealedText: Buffer }[]): Buffer[] {
  return sealed.map(({ sealedText }) => sealedText);
}

function one<Row>(
  read: (ids: readonly string[]) => Promise<Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await read(ids)).map((row) => [idOf(row), row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

function many<Row>(
  read: (ids: readonly string[]) => Promise<Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const found = groupedBy(await read(ids), idOf);
    return ids.map((id) => found.get(id) ?? []);
  });
}

function ofCase({ caseId }: { readonly caseId: string }): string {
  return caseId;
}

function byText(one: CaseLabel, other: CaseLabel): number {
  return one.text.localeCompare(other.text, 'en');
}
