import type { DataSource } from 'typeorm';
import type { Clock } from '../shared/clock.ts';
import { type Day, dayIn } from '../shared/day.ts';
import { DEFAULT_ORGANISATION } from './default-organisation.ts';
import { OrganisationEntity, type OrganisationTexts } from './organisation.entity.ts';
import { workingDayAfter } from './working-days.ts';

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
    const { locales, timeZone, workingWeekdays, targetWorkingDays, texts } = DEFAULT_ORGANISATION;
    await this.dataSource.query(
      `INSERT INTO organisation (id, name, locales, time_zone, working_weekdays, target_working_days, texts)
       VALUES (true, $1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [name, locales, timeZone, workingWeekdays, targetWorkingDays, JSON.stringify(texts)],
    );
  }

  /** The settings, at most a second old. */
  async settings(): Promise<OrganisationEntity> {
    const now = Date.now();
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

  /** The organisation's words in a language, or in its first one where there are none. */
  async texts(locale: string | undefined): Promise<OrganisationTexts> {
    const { texts, locales } = await this.settings();
    // A client may name any language, `__proto__` included.
    const asked = locale !== undefined && Object.hasOwn(texts, locale) ? texts[locale] : undefined;
    return (asked ?? texts[locales[0] ?? 'en'] ?? DEFAULT_ORGANISATION.texts['en']) as OrganisationTexts;
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
    const { workingWeekdays, closureDays, targetWorkingDays } = await this.settings();
    return workingDayAfter(await this.today(), targetWorkingDays, {
      weekdays: workingWeekdays,
      closureDays,
    });
  }
}
