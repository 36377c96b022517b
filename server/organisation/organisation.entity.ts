import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';
import type { Period } from './service-hours.ts';

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

/** The organisation's own words in one language. */
export interface OrganisationTexts {
  readonly emergencyAdvice: string;
  /** Absent: said from `targetWorkingDays`. */
  readonly responseTarget?: string;
  readonly supportServices: readonly SupportServiceText[];
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
  serviceHours!: Record<string, Period[]>;

  @Column({ type: 'date', array: true, name: 'closure_days' })
  closureDays!: Day[];

  @Column({ type: 'smallint', name: 'target_working_days' })
  targetWorkingDays!: number;

  /** By locale. */
  @Column({ type: 'jsonb' })
  texts!: Record<string, OrganisationTexts>;

  /** For how many days a reporter's message reopens a closed case. Then the conversation is closed for good. */
  @Column({ type: 'smallint', name: 'reopen_days' })
  reopenDays!: number;

  /** The vocabulary that cases are labelled with. */
  @Column({ type: 'jsonb' })
  labels!: readonly LabelText[];

  /** Everything here is invented, to be shown around. */
  @Column({ type: 'boolean', name: 'is_demonstration' })
  isDemonstration!: boolean;
}
