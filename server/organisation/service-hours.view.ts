import { dayIn } from '../shared/day.ts';
import { versionOf } from '../shared/state-version.ts';
import { asClosures } from './check-closures.ts';
import type { OrganisationEntity } from './organisation.entity.ts';
import type { ReplyCalendar } from './reply-calendar.type.ts';
import { type ServiceCalendar, workingDayAfter, workingDaysBetween } from './service-hours.ts';
import type { ServiceHours } from './service-hours.type.ts';
import { localTexts } from './settings.view.ts';

/** What deadlines are worked out with at a moment. */
export function calendarOf(settings: OrganisationEntity, now: Date): ReplyCalendar {
  const { serviceHours: periods, closureDays, timeZone, targetWorkingDays } = settings;
  const calendar: ServiceCalendar = { periods, closureDays };
  return {
    today: dayIn(timeZone, now),
    targetWorkingDays,
    dayAfter: (day, workingDays) => workingDayAfter(day, workingDays, calendar),
    daysBetween: (from, to) => workingDaysBetween(from, to, calendar),
  };
}

/** The hours as staff may see them. */
export function serviceHoursOf(settings: OrganisationEntity): ServiceHours {
  const hours = {
    timeZone: settings.timeZone,
    periods: Object.entries(settings.serviceHours).flatMap(([weekday, periods]) =>
      periods.map(({ from, to }) => ({ weekday: Number(weekday), from, to })),
    ),
    closureDays: settings.closureDays,
    closures: asClosures(settings.closureDays, settings.closures).map(({ from, to, reasons }) => ({
      from,
      to,
      reasons: localTexts(reasons),
    })),
    targetWorkingDays: settings.targetWorkingDays,
  };
  return { ...hours, version: versionOf(hours) };
}
