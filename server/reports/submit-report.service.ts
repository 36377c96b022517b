import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { ConversationService, NewConversation } from '../access/conversation.service.ts';
import type { EnrolmentService } from '../access/enrolment.service.ts';
import type { IdempotencyService, WriteDigest } from '../access/idempotency.service.ts';
import { CaseKeys } from '../crypto/case-keys.ts';
import { MAX_SEALED_BYTES } from '../crypto/sealing.ts';
import { takenIn } from '../database/database-unavailable.ts';
import { type Statement, together, withCommit } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService, StoredAnswer } from '../questionnaire/questionnaire.service.ts';
import { KeyReused } from '../shared/problem.type.ts';
import { byteCount, tidyText } from '../shared/text.ts';
import { sealAnswers, sealContactDetails, sealKeptOut } from './case-bodies.ts';
import { drawCaseNumber } from './case-number.ts';
import { CaseStatus } from './case-status.type.ts';
import { checkContactDetails, type StoredContactDetails } from './contact-details.ts';
import { chosenOf, type ReadersService, type StoredKeptOut } from './readers.service.ts';
import type { SubmitReportInput } from './report.input.ts';
import {
  EnrolmentExpired,
  InvalidReport,
  InvalidReportReason,
  type KeptOutChanged,
  type NobodyLeft,
  ReportSubmitted,
  SubmissionsClosed,
} from './report.type.ts';
import type { ReportCounter } from './report-counter.type.ts';

type Outcome =
  | ReportSubmitted
  | InvalidReport
  | EnrolmentExpired
  | KeyReused
  | SubmissionsClosed
  | NobodyLeft
  | KeptOutChanged;
type StoredOutcome = Pick<ReportSubmitted, 'submittedOn' | 'messaging' | 'replyExpectedBy'>;

/** A report that passed all checks. */
interface CheckedReport {
  readonly answers: readonly StoredAnswer[];
  readonly contactDetails: StoredContactDetails | null;
}

/** A report as it is stored. */
interface SealedReport {
  /** Of the case that it becomes. */
  readonly id: string;
  readonly answers: Buffer;
  readonly contactDetails: Buffer | null;
  readonly keptOut: Buffer | null;
}

/** Name that PostgreSQL gives to the rule that each case has a number of its own. */
const CASE_NUMBER = 'case_file_number_key';

/** Takes reports in: checked, sealed, and stored whole or not at all. */
export class SubmitReportService {
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly organisations: OrganisationService,
    private readonly idempotency: IdempotencyService,
    private readonly enrolments: EnrolmentService,
    private readonly conversations: ConversationService,
    private readonly wraps: CaseWrapService,
    private readonly epochs: CaseEpochService,
    private readonly readers: ReadersService,
    private readonly questionnaires: QuestionnaireService,
    private readonly counter: ReportCounter,
  ) {}

  /**
   * Stores a report, once, however often and from wherever the same input comes.
   *
   * @param lane whose place in the Argon2 queue an enrolment takes.
   * @throws {Argon2QueueFull} nothing was stored; callers answer `ServiceBusy`.
   */
  async submit(input: SubmitReportInput, lane: string): Promise<Outcome> {
    const write = this.idempotency.digest('submitReport', input.idempotencyKey, inFixedOrder(input));
    const again = () => this.idempotency.replay(write, submittedAgain);
    // Asked first only where Argon2 can be saved: otherwise a report that is known shows when its key is claimed.
    const earlier = input.enrolment == null ? null : await again();
    if (earlier) return earlier;
    const outcome = await this.submitNew(input, write, lane);
    // What was stored keeps its answer, also where the same input would be refused by now.
    return outcome instanceof ReportSubmitted ? outcome : ((await again()) ?? outcome);
  }

  private async submitNew(input: SubmitReportInput, write: WriteDigest, lane: string): Promise<Outcome> {
    const checked = await this.check(input);
    const isInvalid = checked instanceof InvalidReport;
    // The transaction looks as well; this keeps Argon2 from running, and faults from being told, for nothing.
    const isLookedAt = isInvalid || input.enrolment != null || chosenOf(input.keptOut).length > 0;
    if (isLookedAt && !(await this.organisations.settings()).isOpen) return new SubmissionsClosed();
    const readers = isLookedAt ? await this.readers.of(input.keptOut ?? [], input.locale) : null;
    if (readers instanceof SubmissionsClosed) return readers;
    if (isInvalid) return checked;
    if (readers && !('holders' in readers)) return readers;
    const caseKeys = CaseKeys.draw();
    let conversation: NewConversation | null = null;
    if (input.enrolment != null) {
      const code = this.enrolments.open(input.enrolment);
      if (!code) return new EnrolmentExpired();
      conversation = await this.conversations.prepare(code, caseKeys, lane);
    }
    return this.store(input, { ...checked, keptOut: readers?.chosen ?? [] }, caseKeys, conversation, write);
  }

  private async check(input: SubmitReportInput): Promise<CheckedReport | InvalidReport> {
    const today = await this.organisations.today();
    const result = await this.questionnaires.check(input.questionnaireVersion, input.answers, today);
    if (result.kind === 'foreign') {
      return new InvalidReport(
        InvalidReportReason.OTHER_QUESTIONS,
        'These answers do not belong to the questions that we ask. Nothing has been sent.',
      );
    }
    const faults = result.kind === 'faulty' ? [...result.faults] : [];
    const contactDetails = input.contactDetails ? checkContactDetails(input.contactDetails) : null;
    if (Array.isArray(contactDetails)) faults.push(...contactDetails);
    if (faults.length > 0) {
      return new InvalidReport(
        InvalidReportReason.FAULTY_ANSWERS,
        'There is a problem with some answers. Nothing has been sent.',
        faults,
      );
    }
    const answers = result.kind === 'fit' ? result.answers : [];
    if (answers.length === 0) {
      return new InvalidReport(
        InvalidReportReason.NOTHING_ANSWERED,
        'Answer at least one question, so that there is something to read. Nothing has been sent.',
      );
    }
    if (byteCount(JSON.stringify(answers)) > MAX_SEALED_BYTES) {
      return new InvalidReport(
        InvalidReportReason.TOO_LONG_TOGETHER,
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
    report: CheckedReport & { readonly keptOut: readonly StoredKeptOut[] },
    caseKeys: CaseKeys,
    conversation: NewConversation | null,
    write: WriteDigest,
  ): Promise<Outcome> {
    const submittedOn = await this.organisations.today();
    const replyExpectedBy = conversation ? await this.organisations.replyExpectedBy() : null;
    const outcome: StoredOutcome = { submittedOn, messaging: conversation !== null, replyExpectedBy };
    // Settings are read through a connection of their own: inside the transaction, reports that hold all connections
    // of the pool would wait for one more.
    const locale = await this.organisations.knownLocale(input.locale);
    const counting = await this.counter.prepare({
      receivedOn: submittedOn,
      hasContactDetails: report.contactDetails !== null,
      locale,
      messaging: outcome.messaging,
      questionnaireVersion: input.questionnaireVersion,
      answers: report.answers,
    });
    const sealed = seal(report, caseKeys);
    const attempt = async (manager: EntityManager, claim: (answer: StoredOutcome) => void) => {
      const [isOpen, , readers, counted] = await together([
        this.organisations.isOpen(manager),
        this.epochs.stay(manager),
        this.readers.of(input.keptOut ?? [], input.locale, manager),
        counting(manager),
      ]);
      if (!isOpen) return new SubmissionsClosed();
      if (!('holders' in readers)) return readers;
      // First: a twin's code is taken, too, and that it was a twin is what has to be known.
      claim(outcome);
      withCommit(manager, [
        caseInsertion(sealed, { locale, version: input.questionnaireVersion, ...outcome }),
        this.wraps.insertion(sealed.id, caseKeys, readers.holders),
        keepingOut(sealed.id, readers.keptOut),
        conversation && this.conversations.insertion(conversation, sealed.id),
        counted,
      ]);
      return new ReportSubmitted(outcome);
    };
    for (;;) {
      try {
        const stored = await this.idempotency.once(write, submittedOn, attempt, submittedAgain);
        this.wakeUp.notify();
        return stored;
      } catch (error) {
        const taken = takenIn(error);
        // The code of this enrolment opens a conversation already, sent under another idempotency key.
        if (taken?.startsWith('conversation_')) return new KeyReused();
        // Another case has this number: the next attempt draws another one.
        if (taken !== CASE_NUMBER) throw error;
      }
    }
  }
}

function seal(
  { answers, contactDetails, keptOut }: CheckedReport & { readonly keptOut: readonly StoredKeptOut[] },
  caseKeys: CaseKeys,
): SealedReport {
  const id = randomUUID();
  return {
    id,
    answers: sealAnswers(answers, caseKeys, id),
    contactDetails: contactDetails && sealContactDetails(contactDetails, caseKeys, id),
    keptOut: keptOut.length > 0 ? sealKeptOut(keptOut, caseKeys, id) : null,
  };
}

function caseInsertion(
  sealed: SealedReport,
  facts: StoredOutcome & { locale: string; version: string },
): Statement {
  return {
    text: `INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging,
                            sealed_answers, sealed_contact_details, reply_due_by, changed_on,
                            clock_started_on, clock_days_used, sealed_kept_out)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3, $11, $12, $13)`,
    values: [
      sealed.id,
      drawCaseNumber(),
      facts.submittedOn,
      CaseStatus.NEW,
      facts.locale,
      facts.version,
      facts.messaging,
      sealed.answers,
      sealed.contactDetails,
      facts.replyExpectedBy,
      facts.messaging ? facts.submittedOn : null,
      facts.messaging ? 0 : null,
      sealed.keptOut,
    ],
  };
}

/** So that nobody lets them in later. */
function keepingOut(caseId: string, caseworkerIds: readonly string[]): Statement | null {
  if (caseworkerIds.length === 0) return null;
  return {
    text: 'INSERT INTO case_exclusion (case_id, caseworker_id) SELECT $1, unnest($2::uuid[])',
    values: [caseId, caseworkerIds],
  };
}

function submittedAgain(stored: StoredOutcome): ReportSubmitted {
  return new ReportSubmitted(stored);
}

/** The input as it would be stored and in one order, so that a client may build its JSON and end its lines as it likes. */
function inFixedOrder(input: SubmitReportInput): unknown {
  const { questionnaireVersion, locale, answers, enrolment = null, contactDetails = null } = input;
  const keptOut = chosenOf(input.keptOut);
  return [
    questionnaireVersion,
    locale,
    answers
      .map(({ question, text, choices, month = null }) => [
        question,
        tidied(text),
        choices ? [...choices].sort() : null,
        month,
      ])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    enrolment,
    contactDetails && [contactDetails.name, contactDetails.email, contactDetails.phone].map(tidied),
    ...(keptOut.length > 0 ? [keptOut] : []),
  ];
}

function tidied(text: string | null | undefined): string | null {
  return text == null ? null : tidyText(text);
}
