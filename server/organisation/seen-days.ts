import { addDays, type Day } from '../shared/day.ts';

/** A day that is more than so many days after the last one on which the program ran is in doubt. */
const MOST_UNSEEN = 31;

/** For how many days the clock has to stay like that until it is believed. */
const DOUBTED_FOR = 7;

/** What is known of the days on which the program ran. */
export interface SeenDays {
  /** The last one that is in no doubt. */
  readonly seenOn: Day;
  /** The first one that is in doubt; null: none is. */
  readonly doubtedSince: Day | null;
}

/** What is known once the program has run on a day, which may be earlier than the last one. */
export function seenAlso(today: Day, before: SeenDays): SeenDays {
  const { seenOn, doubtedSince } = before;
  if (today <= addDays(seenOn, MOST_UNSEEN)) return { seenOn: today, doubtedSince: null };
  // Not held against the day before alone: at midnight two processes see one day and the next in turns.
  const isKnown =
    doubtedSince !== null &&
    today >= doubtedSince &&
    today <= addDays(doubtedUntil(doubtedSince), MOST_UNSEEN);
  if (!isKnown) return { seenOn, doubtedSince: today };
  return today < doubtedUntil(doubtedSince) ? before : { seenOn: today, doubtedSince: null };
}

/** The day on which a clock is believed that has stayed as it was in doubt since a day. */
export function doubtedUntil(doubtedSince: Day): Day {
  return addDays(doubtedSince, DOUBTED_FOR);
}
