import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';
import type { Period } from './service-hours.ts';
import type { OwnWords } from './wording-part.ts';

/** One support service as an administrator wrote it, in one language. */
export interface SupportServiceText {
  readonly name: string;
  readonly description: string;
  readonly phone?: string;
  readonly url?: string;
  readonly openingHours?: string;
}

/** One word of the vocabulary for cases. `id` is what is stored with a case, and never changes. */
export interface LabelText {
  readonly id: string;
  readonly text: string;
}

/** The organisation's own words in one language, by {@link WordingPart}, and its support services. */
export interface OrganisationTexts extends OwnWords {
  readonly supportServices: readonly SupportServiceText[];
}

/** Days on which nobody answers, the last one included; why, by locale, where everybody may know. */
export interface StoredClosure {
  readonly from: Day;
  readonly to: Day;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Table `organisation`: the one row of settings. */
@Entity({ name: 'organisation' })
export class OrganisationEntity {
  @PrimaryColumn({ type: 'boolean' })
  id!: boolean;

  @Column({ type: 'text' })
  name!: string;

  /** BCP 47, the first one is the fallback for texts. */
  @Column({ type: 'text', array: true })
  locales!: string[];

  /** IANA name. */
  @Column({ type: 'text', name: 'time_zone' })
  timeZone!: string;

  /** By weekday, `1` for Monday to `7` for Sunday; one without a period is no working day. */
  @Column({ type: 'jsonb', name: 'service_hours' })
  serviceHours!: Readonly<Record<string, readonly Period[]>>;

  @Column({ type: 'date', array: true, name: 'closure_days' })
  closureDays!: readonly Day[];

  /** Those of `closureDays` that stand together or have a reason. */
  @Column({ type: 'jsonb' })
  closures!: readonly StoredClosure[];

  @Column({ type: 'smallint', name: 'target_working_days' })
  targetWorkingDays!: number;

  /** By locale. */
  @Column({ type: 'jsonb' })
  texts!: Record<string, OrganisationTexts>;

  /** Where "Leave this page" ends. */
  @Column({ type: 'text', name: 'exit_address' })
  exitAddress!: string;

  /** This service inside the Tor network; null: there is none. */
  @Column({ type: 'text', name: 'onion_address', nullable: true })
  onionAddress!: string | null;

  /** false: an administrator closed it for reports. */
  @Column({ type: 'boolean', name: 'is_open' })
  isOpen!: boolean;

  /** Why it is closed, by locale; may stand there while it is open. */
  @Column({ type: 'jsonb', name: 'closed_reasons' })
  closedReasons!: Readonly<Record<string, string>>;

  /** For how many days a reporter's message reopens a closed case. Then the conversation is closed for good. */
  @Column({ type: 'smallint', name: 'reopen_days' })
  reopenDays!: number;

  /** For how many days closed cases are kept; null: until somebody deletes them. */
  @Column({ type: 'smallint', name: 'retention_days', nullable: true })
  retentionDays!: number | null;

  /** When that became shorter for the last time: nothing is deleted in the days of notice after it. */
  @Column({ type: 'date', name: 'retention_set_on', nullable: true })
  retentionSetOn!: Day | null;

  /** The vocabulary that cases are labelled with. */
  @Column({ type: 'jsonb' })
  labels!: readonly LabelText[];

  /** Everything here is invented, to be shown around. */
  @Column({ type: 'boolean', name: 'is_demonstration' })
  isDemonstration!: boolean;
}
