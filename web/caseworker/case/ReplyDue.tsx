import { FormattedMessage, useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { dayInWords } from '../ui/Day.tsx';
import { ClockMark } from '../ui/marks.tsx';
import { dayOf, type ReplyDueWords, wordsForReplyDue } from './days.ts';

export const ReplyDue_case = graphql(`
  fragment ReplyDue_case on Case {
    replyDueBy
    isOverdue
    isReplyPaused
  }
`);

/** When the reporter is owed a reply: words, and a mark beside them where it is late or due today. */
export function ReplyDue(props: { readonly case: FragmentOf<typeof ReplyDue_case> }) {
  const due = readFragment(ReplyDue_case, props.case);
  const words = wordsForReplyDue(due, dayOf(new Date()));
  const isPressing = words.kind === 'late' || words.kind === 'today';
  return (
    <span className={`due due-${words.kind}`}>
      {isPressing && <ClockMark />}
      <DueWords words={words} />
    </span>
  );
}

function DueWords({ words }: { readonly words: ReplyDueWords }) {
  const intl = useIntl();
  switch (words.kind) {
    case 'none':
    case 'paused':
    case 'today':
    case 'tomorrow':
      return <FormattedMessage id={`case.due.${words.kind}`} />;
    case 'late':
      return <FormattedMessage id="case.due.late" values={{ days: words.days }} />;
    case 'weekday':
      return <time dateTime={words.day}>{dayInWords(intl, words.day, 'weekday')}</time>;
    case 'date':
      return <time dateTime={words.day}>{dayInWords(intl, words.day, 'short')}</time>;
    default:
      return assertNever(words);
  }
}
