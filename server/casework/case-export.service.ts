import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import type { Case } from './case.type.ts';
import type { CaseExport, ExportPurpose } from './case-export.type.ts';
import type { CaseReadings } from './case-readings.service.ts';
import type { InboxService } from './inbox.service.ts';

/** One case as a file, in the clear. What staff wrote to each other is left out unless it is asked for. */
export class CaseExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly organisations: OrganisationService,
    private readonly inbox: InboxService,
    private readonly readings: CaseReadings,
  ) {}

  /** What the reporter knows of it, and nothing that staff said to each other. */
  async withoutNotes(
    context: RequestContext,
    caseId: string,
    purpose: ExportPurpose,
  ): Promise<CaseExport | null> {
    const found = await this.inbox.find(signedIn(context.viewer), caseId);
    if (!found) return null;
    const contents = await this.known(context, found);
    await this.note(context, found, { purpose, withNotes: false });
    return exported(found, contents);
  }

  /** All of it: notes, labels, and the history of what staff did. */
  async withNotes(
    context: RequestContext,
    caseId: string,
    purpose: ExportPurpose,
  ): Promise<CaseExport | null> {
    const found = await this.inbox.find(signedIn(context.viewer), caseId);
    if (!found) return null;
    const contents = { ...(await this.known(context, found)), ...(await this.internal(context, found)) };
    await this.note(context, found, { purpose, withNotes: true });
    return exported(found, contents);
  }

  /** No file goes out whose taking is not written down. */
  private async note(
    { viewer }: RequestContext,
    { id }: Case,
    details: { readonly purpose: ExportPurpose; readonly withNotes: boolean },
  ): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      this.audit.record(manager, signedIn(viewer), AuditAct.EXPORTED, { caseId: id }, details);
    });
  }

  private async known(context: RequestContext, found: Case): Promise<object> {
    const reading = this.readings.of(context);
    return {
      number: found.number,
      receivedOn: found.receivedOn,
      status: found.status,
      locale: found.locale,
      messaging: found.messaging,
      exportedOn: await this.organisations.today(),
      answers: await reading.answers(found.row),
      answersAsAsked: await reading.answersAsAsked(found.row),
      contactDetails: await reading.contactDetails(found.row),
      messages: (await reading.messages(found.row)).map(({ seq, author, sentOn, text }) => ({
        seq,
        author,
        sentOn,
        text,
      })),
    };
  }

  private async internal(context: RequestContext, found: Case): Promise<object> {
    const reading = this.readings.of(context);
    const notes = await reading.notes(found.row);
    const history = await reading.history(found.row);
    const labels = await reading.labels.load(found.id);
    return {
      labels: labels.map(({ text }) => text),
      notes: notes.map(({ author, writtenAt, text }) => ({ author: author.name, writtenAt, text })),
      history: history.map(({ kind, by, at, fromStatus, toStatus, assignee, reason, messageSeq, label }) => ({
        kind,
        by: by.name,
        at,
        fromStatus,
        toStatus,
        assignee: assignee?.name ?? null,
        reason,
        messageSeq,
        label: label?.text ?? null,
      })),
    };
  }
}

function exported({ number }: Case, contents: object): CaseExport {
  return { fileName: `case-${number}.json`, json: `${JSON.stringify(contents, null, 2)}\n` };
}
