import { describe, expect, it } from '@jest/globals';
import type { ReplyCalendar } from '../organisation/reply-calendar.type.ts';
import { addDays } from '../shared/day.ts';
import { CaseStatus } from './case-status.type.ts';
import { askedAgain, movedOn, type ReplyClock, recomputed, STOPPED } from './reply-clock.ts';

const { OPEN, WAITING_FOR_REPORTER, ON_HOLD, CLOSED } = CaseStatus;

/** Every day is a working day, so that the arithmetic shows. */
function calendarOn(today: string, targetWorkingDays = 5): ReplyCalendar {
  return {
    today,
    targetWorkingDays,
    dayAfter: (day, days) => addDays(day, days),
    daysBetween: (from, to) => Math.max((Date.parse(to) - Date.parse(from)) / 86_400_000, 0),
  };
}

const RUNNING: ReplyClock = { startedOn: '2026-11-02', daysUsed: 0, dueBy: '2026-11-07' };

describe('the reply clock', () => {
  it('starts with the whole promise when a reporter writes', () => {
    expect(askedAgain(STOPPED, calendarOn('2026-11-02'))).toEqual(RUNNING);
  });

  it('is not put off by a second message', () => {
    expect(askedAgain(RUNNING, calendarOn('2026-11-06'))).toEqual(RUNNING);
  });

  it('stops on closing, whether it ran or was paused', () => {
    const paused = movedOn(RUNNING, OPEN, WAITING_FOR_REPORTER, calendarOn('2026-11-04'));

    expect(movedOn(RUNNING, OPEN, CLOSED, calendarOn('2026-11-04'))).toEqual(STOPPED);
    expect(movedOn(paused, WAITING_FOR_REPORTER, CLOSED, calendarOn('2026-11-04'))).toEqual(STOPPED);
  });

  it('is paused while the reporter is waited for, and goes on with what was left', () => {
    const paused = movedOn(RUNNING, OPEN, WAITING_FOR_REPORTER, calendarOn('2026-11-04'));
    const byStaff = movedOn(paused, WAITING_FOR_REPORTER, OPEN, calendarOn('2026-12-01'));
    const byReporter = askedAgain(paused, calendarOn('2026-12-01'));

    expect(paused).toEqual({ startedOn: null, daysUsed: 2, dueBy: null });
    expect(byStaff).toEqual({ startedOn: '2026-12-01', daysUsed: 2, dueBy: '2026-12-04' });
    expect(byReporter).toEqual(byStaff);
  });

  it('counts what was used up over several pauses', () => {
    const first = movedOn(RUNNING, OPEN, WAITING_FOR_REPORTER, calendarOn('2026-11-03'));
    const again = movedOn(first, WAITING_FOR_REPORTER, ON_HOLD, calendarOn('2026-11-10'));

    const second = movedOn(again, ON_HOLD, WAITING_FOR_REPORTER, calendarOn('2026-11-12'));

    expect(second).toEqual({ startedOn: null, daysUsed: 3, dueBy: null });
  });

  it('leaves one working day where a promise was used up before the pause', () => {
    const paused = movedOn(RUNNING, OPEN, WAITING_FOR_REPORTER, calendarOn('2026-11-30'));

    expect(askedAgain(paused, calendarOn('2026-12-01')).dueBy).toBe('2026-12-02');
  });

  it('goes on while a case is on hold: the reporter still waits', () => {
    expect(movedOn(RUNNING, OPEN, ON_HOLD, calendarOn('2026-11-04'))).toEqual(RUNNING);
    expect(movedOn(RUNNING, ON_HOLD, OPEN, calendarOn('2026-11-04'))).toEqual(RUNNING);
  });

  it('does not start when staff open a case again, or stop waiting where nobody asked', () => {
    expect(movedOn(STOPPED, CLOSED, OPEN, calendarOn('2026-11-04'))).toEqual(STOPPED);
    expect(movedOn(STOPPED, OPEN, WAITING_FOR_REPORTER, calendarOn('2026-11-04'))).toEqual(STOPPED);
    expect(movedOn(STOPPED, WAITING_FOR_REPORTER, OPEN, calendarOn('2026-11-04'))).toEqual(STOPPED);
  });

  it('follows another calendar from the day it began, and a paused or stopped one does not', () => {
    const longer = calendarOn('2026-11-20', 10);
    const paused = { startedOn: null, daysUsed: 2, dueBy: null };

    expect(recomputed(RUNNING, longer).dueBy).toBe('2026-11-12');
    expect(recomputed({ ...RUNNING, daysUsed: 3 }, longer).dueBy).toBe('2026-11-09');
    expect(recomputed(paused, longer)).toEqual(paused);
    expect(recomputed(STOPPED, longer)).toEqual(STOPPED);
  });
});
