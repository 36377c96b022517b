import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../shared/clock.ts';
import { addDays, type Day, dayIn } from '../shared/day.ts';
import { asClosures, daysOf } from './check-closures.ts';
import { checkServiceHours, type GivenServiceHours } from './check-service-hours.ts';
import { closureNear, closureReasons, type NearClosure } from './closure-notice.ts';
import { DEFAULT_ORGANISATION } from './default-organisation.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import type { ReplyCalendar } from './reply-calendar.type.ts';
import { changedRule, closedBefore, deletionDay, type RetentionRule } from './retention-rule.ts';
import type { ServiceHours } from './service-hours.type.ts';
import { calendarOf, serviceHoursOf } from './service-hours.view.ts';
import { ChangedMeanwhile } from './settings.type.ts';
import { lockedSettings, storeSettings } from './stored-settings.ts';

/** How long settings are kept in memory before they are read again. */
const SETTINGS_AGE = 1_000; // 1 second

/** The organisation's settings, and the days that follow from them. */
export class OrganisationService {
  private kept: {
    settings: Promise<OrganisationEntity>;
    readAt: number;
  } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the settings of a new installation. Does nothing where there are some.
   *
   * @param name as it stands in titles and sentences, for example `Example University`.
   */
  async ensureDefaults(name: string): Promise<void> {
    const { locales, timeZone, serviceHours, targetWorkingDays, labels, texts } = DEFAULT_ORGANISATION;
    await this.dataSource.query(
      `INSERT INTO organisation (id, name, locales, time_zone, service_hours, target_working_days, labels, texts)
       VALUES (true, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        name,
        locales,
        timeZone,
        JSON.stringify(serviceHours),
        targetWorkingDays,
        JSON.stringify(labels),
        JSON.stringify(texts),
      ],
    );
  }

  /** The settings, at most a second old. */
  async settings(): Promise<OrganisationEntity> {
    const now = this.clock.now().getTime();
    // Either way: a clock that was set back must not make them last until it has caught up.
    if (!this.kept || Math.abs(now - this.kept.readAt) >= SETTINGS_AGE) {
      const settings = this.dataSource.manager.findOneByOrFail(OrganisationEntity, { id: true });
      this.kept = { settings, readAt: now };
      // A failed read must not be answered again from memory.
      settings.catch(() => {
        this.kept = null;
      });
    }
    return this.kept.settings;
  }

  /** The language that stands in for every other one, BCP 47. */
  async firstLocale(): Promise<string> {
    return (await this.settings()).locales[0] ?? 'en';
  }

  /** The language if the organisation has texts in it, otherwise its first one. */
  async knownLocale(locale: string): Promise<string> {
    const { locales } = await this.settings();
    return locales.find((known) => known === locale) ?? locales[0] ?? 'en';
  }

  /** The day it is where the organisation is. */
  async today(): Promise<Day> {
    return dayIn((await this.settings()).timeZone, this.clock.now());
  }

  /** The hour of the day that it is where the organisation is, 0 to 23. */
  async hour(): Promise<number> {
    const { timeZone } = await this.settings();
    const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone });
    return Number(format.format(this.clock.now()));
  }

  /** The day by which somebody who writes today can expect an answer. */
  async replyExpectedBy(): Promise<Day> {
    const { today, targetWorkingDays, dayAfter } = await this.replyCalendar();
    return dayAfter(today, targetWorkingDays);
  }

  /** What deadlines are worked out with now. */
  async replyCalendar(): Promise<ReplyCalendar> {
    return calendarOf(await this.settings(), this.clock.now());
  }

  /** How many hours a working day has, on average over a week without closures. */
  async hoursOfWorkingDay(): Promise<number> {
    const { serviceHours } = await this.settings();
    const days = Object.values(serviceHours).filter((periods) => periods.length > 0);
    const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    const minutes = days.flat().reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
    return days.length === 0 ? 0 : Math.round((minutes / days.length / 60) * 100) / 100;
  }

  /** When somebody is there to answer, and within how long. */
  async serviceHours(): Promise<ServiceHours> {
    return serviceHoursOf(await this.settings());
  }

  /** The closure to announce, and why it is, by locale; null where there is none within a week. */
  async closureNear(): Promise<(NearClosure & { reasons: Readonly<Record<string, string>> }) | null> {
    const { serviceHours: periods, closureDays, closures } = await this.settings();
    const near = closureNear(await this.today(), { periods, closureDays });
    return near && { ...near, reasons: closureReasons(near, closures) };
  }

  /** Whether it is open for reports. Read inside the transaction that stores one, never from memory. */
  async isOpen(manager: EntityManager): Promise<boolean> {
    const [row] = await manager.query<{ is_open: boolean }[]>('SELECT is_open FROM organisation');
    return row?.is_open ?? false;
  }

  /**
   * Stores other hours inside the caller's transaction, and gives the calendar that deadlines follow from then on.
   * Two who change them at once do it one after the other.
   *
   * @param today `today`, from before the transaction, which may hold the last connection of the pool.
   * @returns `fault` and `field`, what stands against the hours and where (see `checkServiceHours`); or that the `version` that was given is not
   *   the newest any more. Then nothing was stored.
   */
  async changeServiceHours(
    manager: EntityManager,
    given: GivenServiceHours & { readonly version?: string | null },
    today: Day,
  ): Promise<
    | { calendar: ReplyCalendar; serviceHours: ServiceHours }
    | { fault: string; field: string | null }
    | ChangedMeanwhile
  > {
    const checked = checkServiceHours(given, today);
    if ('fault' in checked) return checked;
    const before = await lockedSettings(manager);
    const { periods, closureDays, timeZone, targetWorkingDays } = checked.hours;
    const closures =
      checked.closures ??
      before.closures.filter((closure) => daysOf([closure]).every((day) => closureDays.includes(day)));
    const part = {
      serviceHours: periods,
      closureDays,
      closures: asClosures(closureDays, closures),
      timeZone,
      targetWorkingDays,
    };
    const settings = Object.assign(new OrganisationEntity(), before, part);
    const [old, next] = [serviceHoursOf(before), serviceHoursOf(settings)];
    // The answer to an earlier try was lost: what it asked for is there already.
    const isThere = old.version === next.version;
    if (!isThere && given.version != null && given.version !== old.version) return new ChangedMeanwhile();
    if (!isThere) await storeSettings(manager, part);
    return { calendar: calendarOf(settings, this.clock.now()), serviceHours: next };
  }

  /** The last day on which a message opens a case again that was closed on a day; null: it is open. */
  async lastDayOpenAgain(closedOn: Day | null): Promise<Day | null> {
    return closedOn && addDays(closedOn, (await this.settings()).reopenDays);
  }

  /**
   * The day on which a case is deleted that was closed on a day; null: on none.
   *
   * @param days the time to reckon with, as if it were set today; without one, the time that is set.
   */
  async deletionDay(closedOn: Day | null, days?: number): Promise<Day | null> {
    return deletionDay(closedOn, await this.retentionRule(days));
  }

  /**
   * The last day of closing whose cases are deleted on a day or before; null: none are.
   *
   * @param days as above.
   */
  async closedBefore(day: Day, days?: number): Promise<Day | null> {
    return closedBefore(day, await this.retentionRule(days));
  }

  /** Reads the settings anew the next time. Callers that changed them do this after COMMIT. */
  forget(): void {
    this.kept = null;
  }

  private async retentionRule(days?: number): Promise<RetentionRule> {
    const settings = await this.settings();
    return days === undefined ? settings : changedRule(settings, days, await this.today());
  }
}
