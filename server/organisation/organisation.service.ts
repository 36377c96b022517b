import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../shared/clock.ts';
import { type Day, dayIn } from '../shared/day.ts';
import { checkServiceHours, type GivenServiceHours } from './check-service-hours.ts';
import { DEFAULT_ORGANISATION } from './default-organisation.ts';
import { ENGLISH_TEXTS } from './default-texts-en.ts';
import { OrganisationEntity, type OrganisationTexts } from './organisation.entity.ts';
import type { ReplyCalendar } from './reply-calendar.type.ts';
import type { ServiceHours } from './service-hours.type.ts';
import { calendarOf, serviceHoursOf } from './service-hours.view.ts';

/** How long settings are kept in memory before they are read again. */
const SETTINGS_AGE = 1_000; // 1 second

/** The organisation's settings, and the days that follow from them. */
export class OrganisationService {
  private kept: {
    settings: Promise<OrganisationEntity>;
    until: number;
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
    if (!this.kept || this.kept.until <= now) {
      const settings = this.dataSource.manager.findOneByOrFail(OrganisationEntity, { id: true });
      this.kept = { settings, until: now + SETTINGS_AGE };
      // A failed read must not be answered again from memory.
      settings.catch(() => {
        this.kept = null;
      });
    }
    return this.kept.settings;
  }

  /** The organisation's words in a language, or in its first one where there are none; and which it is, BCP 47. */
  async texts(asked: string | undefined): Promise<{ locale: string; texts: OrganisationTexts }> {
    const { texts, locales } = await this.settings();
    for (const locale of [asked, ...locales]) {
      // A client may name any language, `__proto__` included.
      const own = locale !== undefined && Object.hasOwn(texts, locale) ? texts[locale] : undefined;
      if (locale !== undefined && own) return { locale, texts: own };
    }
    return { locale: 'en', texts: ENGLISH_TEXTS };
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

  /**
   * Stores other hours inside the caller's transaction, and gives the calendar that deadlines follow from then on.
   * Two who change them at once do it one after the other.
   *
   * @returns `fault`, the sentence that says what stands against the hours; then nothing was stored.
   */
  async changeServiceHours(
    manager: EntityManager,
    given: GivenServiceHours,
  ): Promise<{ calendar: ReplyCalendar; serviceHours: ServiceHours } | { fault: string }> {
    const checked = checkServiceHours(given, await this.today());
    if ('fault' in checked) return checked;
    const { periods, closureDays, timeZone, targetWorkingDays } = checked.hours;
    await manager.query(
      'UPDATE organisation SET service_hours = $1, closure_days = $2, time_zone = $3, target_working_days = $4',
      [JSON.stringify(periods), closureDays, timeZone, targetWorkingDays],
    );
    const settings = await manager.findOneByOrFail(OrganisationEntity, { id: true });
    return {
      calendar: calendarOf(settings, this.clock.now()),
      serviceHours: serviceHoursOf(settings),
    };
  }

  /** Reads the settings anew the next time. Callers that changed them do this after COMMIT. */
  forget(): void {
    this.kept = null;
  }
}
