import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { ConversationService, NewConversation } from '../access/conversation.service.ts';
import type { EnrolmentService } from '../access/enrolment.service.ts';
import type { IdempotencyService, WriteDigest } from '../access/idempotency.service.ts';
import { newSymmetricKey } from '../crypto/key-wrapping.ts';
import { MAX_SEALED_BYTES } from '../crypto/sealing.ts';
import { sqlStateOf } from '../database/database-unavailable.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService, StoredAnswer } from '../questionnaire/questionnaire.service.ts';
import { KeyReused } from '../shared/problem.type.ts';
import { byteCount } from '../shared/text.ts';
import type { StaffService } from '../staff/staff.service.ts';
import { sealAnswers, sealContactDetails } from './case-bodies.ts';
import { drawCaseNumber } from './case-number.ts';
import { CaseStatus } from './case-status.type.ts';
import { checkContactDetails, type StoredContactDetails } from './contact-details.ts';
import type { SubmitReportInput } from './report.input.ts';
import { EnrolmentExpired, InvalidReport, ReportSubmitted, SubmissionsClosed } from './report.type.ts';

type Outcome = ReportSubmitted | InvalidReport | EnrolmentExpired | KeyReused | SubmissionsClosed;
type StoredOutcome = Pick<ReportSubmitted, 'submittedOn' | 'messaging' | 'replyExpectedBy'>;

/** A report that passed all checks. */
interface CheckedReport {
  readonly answers: readonly StoredAnswer[];
  readonly contactDetails: StoredContactDetails | null;
}

const UNIQUE_VIOLATION = '23505';

/** Takes reports in: checked, sealed, and stored whole or not at all. */
export class SubmitReportService {
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly enrolments: EnrolmentService,
    private readonly conversations: ConversationService,
    private readonly wraps: CaseWrapService,
    private readonly staff: StaffService,
    private readonly questionnaires: QuestionnaireService,
  ) {}

  /**
   * Stores a report, once, however often and from wherever the same input comes.
   *
   * @param lane whose place in the Argon2 queue an enrolment takes.
   * @throws {Argon2QueueFull} nothing was stored; callers answer `ServiceBusy`.
   */
  async submit(input: SubmitReportInput, lane: string): Promise<Outcome> {
    const write = this.idempotency.digest('submitReport', input.idempotencyKey, inFixedOrder(input));
    const earlier = await this.idempotency.replay(write, submittedAgain);
    if (earlier) return earlier;
    if (!(await this.staff.acceptsReports())) return new SubmissionsClosed();
    const checked = await this.check(input);
    if (checked instanceof InvalidReport) return checked;
    const caseKey = newSymmetricKey();
    let conversation: NewConversation | null = null;
    if (input.enrolment != null) {
      const code = this.enrolments.open(input.enrolment);
      if (!code) return new EnrolmentExpired();
      conversation = await this.conversations.prepare(code, caseKey, lane);
    }
    return this.store(input, checked, caseKey, conversation, write);
  }

  private async check(input: SubmitReportInput): Promise<CheckedReport | InvalidReport> {
    const today = await this.organisations.today();
    const result = await this.questionnaires.check(input.questionnaireVersion, input.answers, today);
    if (result.kind === 'foreign') {
      return new InvalidReport(
        'These answers do not belong to the questions that we ask. Nothing has been sent.',
      );
    }
    const faults = result.kind === 'faulty' ? [...result.faults] : [];
    const contactDetails = input.contactDetails ? checkContactDetails(input.contactDetails) : null;
    if (Array.isArray(contactDetails)) faults.push(...contactDetails);
    if (faults.length > 0) {
      return new InvalidReport('There is a problem with some answers. Nothing has been sent.', faults);
    }
    const answers = result.kind === 'fit' ? result.answers : [];
    if (answers.length === 0) {
      return new InvalidReport(
        'Answer at least one question, so that there is something to read. Nothing has been sent.',
      );
    }
    if (byteCount(JSON.stringify(answers)) > MAX_SEALED_BYTES) {
      return new InvalidReport(
        'Your answers are too long together. Shorten the longest one. Nothing has been sent.',
      );
    }
    return {
      answers,
      contactDetails: contactDetails as StoredContactDetails | null,
    };
  }

  private async store(
    input: SubmitReportInput,
    report: CheckedReport,
    caseKey: Buffer,
    conversation: NewConversation | null,
    write: WriteDigest,
  ): Promise<Outcome> {
    const submittedOn = await this.organisations.today();
    const replyExpectedBy = conversation ? await this.organisations.replyExpectedBy() : null;
    const outcome: StoredOutcome = {
      submittedOn,
      messaging: conversation !== null,
      replyExpectedBy,
    };
    try {
      const stored = await this.idempotency.once(
        write,
        submittedOn,
        async (manager, claim): Promise<Outcome> => {
          const holders = await this.staff.eligibleCaseworkers(manager);
          if (holders.length === 0) return new SubmissionsClosed();
          await claim(outcome);
          const caseId = await this.insertCase(manager, input, report, caseKey, outcome);
          await this.wraps.insert(manager, caseId, caseKey, holders);
          if (conversation) await this.conversations.insert(manager, conversation, caseId);
          return new ReportSubmitted(outcome);
        },
        submittedAgain,
      );
      this.wakeUp.notify();
      return stored;
    } catch (error) {
      // The code of this enrolment opens a conversation already, sent under another idempotency key.
      if (conversation && sqlStateOf(error) === UNIQUE_VIOLATION) return new KeyReused();
      throw error;
    }
  }

  private async insertCase(
    manager: EntityManager,
    input: SubmitReportInput,
    { answers, contactDetails }: CheckedReport,
    caseKey: Buffer,
    outcome: StoredOutcome,
  ): Promise<string> {
    const id = randomUUID();
    const locale = await this.organisations.knownLocale(input.locale);
    const sealedAnswers = sealAnswers(answers, caseKey, id);
    const sealedContactDetails = contactDetails && sealContactDetails(contactDetails, caseKey, id);
    for (;;) {
      const inserted = await manager.query<unknown[]>(
        `INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging,
                                sealed_answers, sealed_contact_details, reply_due_by, changed_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3)
         ON CONFLICT (number) DO NOTHING RETURNING 1 AS stored`,
        [
          id,
          drawCaseNumber(),
          outcome.submittedOn,
          CaseStatus.NEW,
          locale,
          input.questionnaireVersion,
          outcome.messaging,
          sealedAnswers,
          sealedContactDetails,
          outcome.replyExpectedBy,
        ],
      );
      // A number that is taken already is drawn again.
      if (inserted.length === 1) return id;
    }
  }
}

function submittedAgain(stored: StoredOutcome): ReportSubmitted {
  return new ReportSubmitted(stored);
}

/** The input with its parts in one order, so that a client may build its JSON as it likes. */
function inFixedOrder(input: SubmitReportInput): unknown {
  const { questionnaireVersion, locale, answers, enrolment = null, contactDetails = null } = input;
  return [
    questionnaireVersion,
    locale,
    answers
      .map(({ question, text = null, choices = null, month = null }) => [question, text, choices, month])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    enrolment,
    contactDetails && [contactDetails.name, contactDetails.email ?? null, contactDetails.phone ?? null],
  ];
}
