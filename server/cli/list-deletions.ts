import { OrganisationService } from '../organisation/organisation.service.ts';
import { TrustedDayService } from '../organisation/trusted-day.service.ts';
import { type DueCase, DueCases } from '../retention/due-cases.service.ts';
import { systemClock } from '../shared/clock.ts';
import { addDays, type Day } from '../shared/day.ts';
import { openLog } from '../shared/log.ts';
import { ProgressBar } from '../shared/progress-bar.ts';
import type { Installation } from './installation.ts';

/**
 * Lists the cases that are deleted within some days, in lines for a person. Deletes nothing.
 *
 * @param progress where one sees how far it is.
 */
export async function listDeletions(
  { dataSource }: Installation,
  days: number,
  progress: { write(text: string): unknown; readonly isTTY?: boolean },
): Promise<string[]> {
  const organisations = new OrganisationService(dataSource, systemClock);
  const today = await organisations.today();
  const through = addDays(today, days);
  if ((await organisations.closedBefore(through)) === null) {
    return [`Nothing is deleted until ${through}: no time is set, or it was set a few days ago only.`];
  }
  const trustedDay = new TrustedDayService(dataSource, organisations, openLog('silent'));
  const notBefore = await trustedDay.doubtedUntil();
  if (notBefore !== null && through < notBefore) return [heldUntil(notBefore)];
  const dueCases = new DueCases(dataSource, organisations, trustedDay);
  const all = await dueCases.count(through);
  const bar = new ProgressBar('Looking through closed cases', Math.max(all, 1), progress);
  const lines: string[] = [];
  let keptBack = 0;
  for await (const batch of dueCases.through(through)) {
    lines.push(...batch.map(lineOf));
    keptBack += batch.filter((each) => each.isKeptBack).length;
    bar.show(Math.min(lines.length, all));
  }
  if (lines.length === 0) return [`No closed case is deleted until ${through}.`];
  return [
    ...(notBefore === null ? [] : [heldUntil(notBefore)]),
    'case      ended on    deleted on',
    ...lines,
    `${lines.length - keptBack} to be deleted until ${through}, ${keptBack} kept back. Nothing was deleted now.`,
  ];
}

function heldUntil(day: Day): string {
  return `Nothing is deleted before ${day}: the clock is more than 31 days ahead of the last day on which the service ran.`;
}

function lineOf({ number, endedOn, deletesOn, isKeptBack, isLost }: DueCase): string {
  const kept = isKeptBack ? '  kept back: nobody has opened all of it' : '';
  const lost = isLost ? '  nobody can open it any more' : '';
  return `${number.padEnd(8)}  ${endedOn}  ${deletesOn}${kept}${lost}`;
}
