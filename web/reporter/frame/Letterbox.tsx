import { Say, useDay } from '../text.tsx';
import { OwnWords, useOrganisation } from './organisation-context.tsx';

const BY = {
  'question.letterBox': 'question.letterBox.by',
  'optIn.promise': 'question.letterBox.by',
  'write.promise': 'write.promise.by',
} as const;

/** Stands wherever somebody may write: not instant, not for emergencies, and by when an answer comes. */
export function Letterbox({
  text = 'question.letterBox',
  messaging = null,
}: {
  text?: keyof typeof BY;
  /** whether messages were chosen; `null`: not yet */
  messaging?: 'yes' | 'no' | null;
}) {
  const { replyExpectedBy } = useOrganisation();
  const day = useDay();
  const hopesForReply = messaging !== 'no';
  return (
    <p className="letterbox">
      <Say id={text} values={{ responseTarget: hopesForReply && <OwnWords part="RESPONSE_TARGET" /> }} />{' '}
      {hopesForReply && replyExpectedBy && (
        <Say
          id={messaging === 'yes' ? 'question.letterBox.chosen' : BY[text]}
          values={{ date: day(replyExpectedBy) }}
        />
      )}
    </p>
  );
}
