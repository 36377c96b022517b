import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ChangeReplyTimes } from './reply-times.query.ts';
import { missingDays, type ReplyTimes, type ReplyTimesDraft, replyTimesInput } from './reply-times-draft.ts';
import { useSaving } from './use-saving.ts';
import type { Saving } from './use-setting-form.ts';

/** Stores other hours; never throws. `moved`: how many deadlines the last change put on another day. */
export function useSaveReplyTimes(): {
  readonly save: (draft: ReplyTimesDraft, version: string) => Promise<Saving<ReplyTimes>>;
  readonly moved: number;
} {
  const intl = useIntl();
  const saving = useSaving();
  const [ask] = useMutation(ChangeReplyTimes, { fetchPolicy: 'no-cache' });
  const [moved, setMoved] = useState(0);

  /** `periods.2.to` is “Monday”: the summary names the day, because every day may have the same fault. */
  const whereOf = (draft: ReplyTimesDraft) => (path: string) => {
    const [list, index] = path.split('.');
    if (list === 'periods') return weekdayName(intl.locale, draft.periods[Number(index)]?.weekday ?? 1);
    if (list !== 'closures') return undefined;
    return intl.formatMessage({ id: 'organisation.reply-times.closure' }, { number: Number(index) + 1 });
  };

  const save = async (draft: ReplyTimesDraft, version: string): Promise<Saving<ReplyTimes>> => {
    const missing = missingDays(draft);
    if (missing.length > 0) {
      const text = intl.formatMessage({ id: 'organisation.reply-times.noDay' });
      const faults = missing.map((field) => ({
        field,
        text,
        where: whereOf(draft)(field.replaceAll('-', '.')),
      }));
      return { faults, isOutdated: false };
    }
    return saving<ReplyTimes>(async () => {
      const { data } = await ask({ variables: { input: replyTimesInput(draft, version) } });
      const result = data?.changeServiceHours;
      switch (result?.__typename) {
        case 'ServiceHoursChanged':
          setMoved(result.movedDeadlines);
          return { stored: result.serviceHours };
        case 'InvalidServiceHours':
          return {
            __typename: 'InvalidSettings' as const,
            faults: [{ field: result.field ?? null, message: result.message }],
          };
        default:
          return result;
      }
    }, whereOf(draft));
  };
  return { save, moved };
}

/** The name of a weekday, 1 for Monday to 7 for Sunday. */
export function weekdayName(locale: string, weekday: number): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day);
}
