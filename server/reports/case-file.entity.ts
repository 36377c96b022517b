import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';
import type { CaseStatus } from './case-status.type.ts';

/** Table `case_file`: a report, as it is stored. The reporter's `Report` and the caseworker's `Case` are made from it. */
@Entity({ name: 'case_file' })
export class CaseFileEntity {
  /** Random, not in order. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Random too; for staff to say to each other. */
  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'date', name: 'received_on' })
  receivedOn!: Day;

  @Column({ type: 'text' })
  status!: CaseStatus;

  /** The language the questions were asked in, BCP 47. */
  @Column({ type: 'text' })
  locale!: string;

  @Column({ type: 'uuid', name: 'questionnaire_version_id' })
  questionnaireVersionId!: string;

  /** Whether the reporter opted into messaging. */
  @Column({ type: 'boolean' })
  messaging!: boolean;

  /** JSON of `StoredAnswer[]` under the case key. */
  @Column({ type: 'bytea', name: 'sealed_answers' })
  sealedAnswers!: Buffer;

  /** JSON of `StoredContactDetails` under the case key; null on the anonymous route. */
  @Column({ type: 'bytea', name: 'sealed_contact_details', nullable: true })
  sealedContactDetails!: Buffer | null;

  /** JSON of `StoredKeptOut[]` with the keys of the case; null where the reporter kept nobody out. */
  @Column({ type: 'bytea', name: 'sealed_kept_out', nullable: true })
  sealedKeptOut!: Buffer | null;

  @Column({ type: 'uuid', name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  /** By when the reporter was told to expect an answer; null when nobody waits for one. */
  @Column({ type: 'date', name: 'reply_due_by', nullable: true })
  replyDueBy!: Day | null;

  /** From when on the rest of the promise counts; null where no answer is due or the reporter is waited for. */
  @Column({ type: 'date', name: 'clock_started_on', nullable: true })
  clockStartedOn!: Day | null;

  /** Working days of the promise that were used up before; null where nobody waits for an answer. */
  @Column({ type: 'smallint', name: 'clock_days_used', nullable: true })
  clockDaysUsed!: number | null;

  /** When the work was over; null while it is not. */
  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn!: Day | null;

  /** Since when nobody holds a key to it, for good; null while somebody does. */
  @Column({ type: 'date', name: 'lost_on', nullable: true })
  lostOn!: Day | null;

  /** Counts changes, so that open inboxes can tell one. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'date', name: 'changed_on' })
  changedOn!: Day;
}
