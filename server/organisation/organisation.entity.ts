import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';

/** One support service as an administrator wrote it, in one language. */
export interface SupportServiceText {
  readonly name: string;
  readonly description: string;
  readonly phone?: string;
  readonly url?: string;
  readonly openingHours?: string;
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

  /** 1 for Monday to 7 for Sunday. */
  @Column({ type: 'smallint', array: true, name: 'working_weekdays' })
  workingWeekdays!: number[];

  @Column({ type: 'date', array: true, name: 'closure_days' })
  closureDays!: Day[];

  @Column({ type: 'smallint', name: 'target_working_days' })
  targetWorkingDays!: number;

  /** By locale. */
  @Column({ type: 'jsonb' })
  texts!: Record<string, OrganisationTexts>;
}
