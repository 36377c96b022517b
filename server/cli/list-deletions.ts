import { OrganisationService } from '../organisation/organisation.service.ts';
import { type DueCase, DueCases } from '../retention/due-cases.service.ts';
import { systemClock } from '../shared/clock.ts';
import { addDays } from '../shared/day.ts';
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
  const dueCases = new DueCases(dataSource, organisations);
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
    'case      ended on    deleted on',
    ...lines,
    `${lines.length - keptBack} to be deleted until ${through}, ${keptBack} kept back. Nothing was deleted now.`,
  ];
}

function lineOf({ number, endedOn, deletesOn, isKeptBack, isLost }: DueCase): string {
  const kept = isKeptBack ? '  kept back: nobody has opened all of it' : '';
  const lost = isLost ? '  nobody can open it any more' : '';
  return `${number.padEnd(8)}  ${endedOn}  ${deletesOn}${kept}${lost}`;
}
