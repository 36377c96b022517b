import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AnswerFault } from '../questionnaire/answer-fault.type.ts';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import type { Reporter } from '../viewer.ts';
import type { CaseFileEntity } from './case-file.entity.ts';
import { ReportStatus } from './report-status.type.ts';

/** A report, as its reporter sees it. Fields that need other rooms are added there. */
@ObjectType({ description: 'A report, as its reporter sees it.' })
export class Report {
  @Field(() => GraphQLDay, { description: 'the day it was sent' })
  readonly submittedOn!: string;

  @Field(() => ReportStatus, { description: 'where it stands' })
  readonly status!: ReportStatus;

  @Field(() => Boolean, {
    description: 'false where nobody who works here can open it any more: nothing that is sent would be read',
  })
  readonly hasReader!: boolean;

  /** Whose report it is; not a field. Rooms that add fields open things with it. */
  readonly reporter!: Reporter;

  /** Its row; not a field. */
  readonly caseFile!: CaseFileEntity;
}

/** A code, drawn but not yet in use. */
@ObjectType({
  description: 'A code, drawn but not yet in use: it starts to work when the report is sent.',
})
export class MessagingOffer {
  @Field(() => String, {
    description: 'XXXX-XXXX-XXXX-XXXX; shown once, nobody can recover it',
  })
  readonly code: string;

  @Field(() => String, { description: 'opaque; hand it to submitReport' })
  readonly enrolment: string;

  @Field(() => Date, {
    description: 'until when submitReport takes the enrolment',
  })
  readonly expiresAt: Date;

  constructor(code: string, enrolment: string, expiresAt: Date) {
    this.code = code;
    this.enrolment = enrolment;
    this.expiresAt = expiresAt;
  }
}

/** The report is stored. */
@ObjectType({ description: 'The report is stored.' })
export class ReportSubmitted {
  @Field(() => GraphQLDay, { description: 'the day it was sent' })
  readonly submittedOn: string;

  @Field(() => Boolean, { description: 'whether the code works from now on' })
  readonly messaging: boolean;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'by when an answer can be expected; null without messaging',
  })
  readonly replyExpectedBy: string | null;

  constructor(stored: {
    submittedOn: string;
    messaging: boolean;
    replyExpectedBy: string | null;
  }) {
    this.submittedOn = stored.submittedOn;
    this.messaging = stored.messaging;
    this.replyExpectedBy = stored.replyExpectedBy;
  }
}

/** Why a report as a whole cannot be taken. */
export enum InvalidReportReason {
  OTHER_QUESTIONS = 'OTHER_QUESTIONS',
  FAULTY_ANSWERS = 'FAULTY_ANSWERS',
  NOTHING_ANSWERED = 'NOTHING_ANSWERED',
  TOO_LONG_TOGETHER = 'TOO_LONG_TOGETHER',
}

registerEnumType(InvalidReportReason, {
  name: 'InvalidReportReason',
  description: 'Why a report as a whole cannot be taken.',
  valuesConfig: {
    OTHER_QUESTIONS: { description: 'the answers belong to no questions that were ever asked here' },
    FAULTY_ANSWERS: { description: '`faults` says which' },
    NOTHING_ANSWERED: { description: 'there is not one answer' },
    TOO_LONG_TOGETHER: { description: 'no answer alone is too long, but all of them are' },
  },
});

/** Answers that cannot be taken as they are. */
@ObjectType({
  implements: Problem,
  description: 'Answers that cannot be taken as they are. Nothing was stored.',
})
export class InvalidReport extends Problem {
  @Field(() => InvalidReportReason, { description: 'what stands against it' })
  readonly reason: InvalidReportReason;

  @Field(() => [AnswerFault], {
    description: 'what stands against which answer; may be empty',
  })
  readonly faults: readonly AnswerFault[];

  constructor(reason: InvalidReportReason, message: string, faults: readonly AnswerFault[] = []) {
    super(message);
    this.reason = reason;
    this.faults = faults;
  }
}

/** The enrolment is too old or not one of ours. */
@ObjectType({
  implements: Problem,
  description: 'The code was offered too long ago; ask for a new one. Nothing was stored.',
})
export class EnrolmentExpired extends Problem {
  constructor() {
    super(
      'This code was offered too long ago. Get a new one; your answers are still here. Nothing has been sent.',
    );
  }
}

/** Nobody could read a report now. */
@ObjectType({
  implements: Problem,
  description: 'Reports are not taken just now. Nothing was stored.',
})
export class SubmissionsClosed extends Problem {
  constructor() {
    super('Reports are not taken here just now. Nothing has been sent.');
  }
}

/** A reporter's session. */
@ObjectType({ description: "A reporter's session." })
export class ReporterSession {
  @Field(() => String, {
    description: 'proves the session: `Authorization: Bearer <token>`',
  })
  readonly token: string;

  @Field(() => Int, {
    description: 'after how many minutes without a request it ends, at the earliest',
  })
  readonly idleMinutes: number;

  @Field(() => Date, { description: 'when it ends at the latest' })
  readonly endsAt: Date;

  /** Whose session it is; not a field. */
  readonly reporter: Reporter;

  constructor(session: {
    token: string;
    idleMinutes: number;
    reporter: Reporter;
  }) {
    this.token = session.token;
    this.idleMinutes = session.idleMinutes;
    this.endsAt = session.reporter.endsAt;
    this.reporter = session.reporter;
  }
}

/** Length, alphabet or check symbol do not fit. */
@ObjectType({
  implements: Problem,
  description: 'Wrong length, alphabet or check symbol: found without any look-up.',
})
export class MistypedCode extends Problem {
  constructor() {
    super('One of the characters is wrong. Check each one against what you saved.');
  }
}

/** One answer for every code that opens nothing. */
@ObjectType({
  implements: Problem,
  description: 'Never existed, closed, deleted or expired: one answer for all.',
})
export class CodeNotRecognised extends Problem {
  constructor() {
    super(
      'We do not recognise that code. Check each character. If it is lost we cannot recover it, but you can make a new report.',
    );
  }
}

/** What `optIntoMessaging` answers. */
export const OptIntoMessagingResult = createUnionType({
  name: 'OptIntoMessagingResult',
  description: 'What came of asking for a code.',
  types: () => [MessagingOffer, ServiceBusy] as const,
});

/** Nobody would be left. */
@ObjectType({
  implements: Problem,
  description: 'Everybody who could read the report is among those it keeps out. Nothing was stored.',
})
export class NobodyLeft extends Problem {
  constructor() {
    super('Nobody would be left to read your report. Keep fewer people out. Nothing has been sent.');
  }
}

/** One of those who are to be kept out is offered no more. */
@ObjectType({
  implements: Problem,
  description: 'One of the choices of `keptOut` is offered no more. Nothing was stored.',
})
export class KeptOutChanged extends Problem {
  constructor() {
    super('The list of who can be kept out has changed. Look at it again. Nothing has been sent.');
  }
}

/** What `submitReport` answers. */
export const SubmitReportResult = createUnionType({
  name: 'SubmitReportResult',
  description: 'What came of sending a report.',
  types: () =>
    [
      ReportSubmitted,
      InvalidReport,
      EnrolmentExpired,
      KeyReused,
      SubmissionsClosed,
      NobodyLeft,
      KeptOutChanged,
      ServiceBusy,
    ] as const,
});

/** What `loginWithCode` answers. */
export const LoginWithCodeResult = createUnionType({
  name: 'LoginWithCodeResult',
  description: 'What came of logging in with a code.',
  types: () => [ReporterSession, MistypedCode, CodeNotRecognised, ServiceBusy] as const,
});
