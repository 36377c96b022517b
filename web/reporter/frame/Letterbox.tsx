import { Say } from '../text.tsx';
import { useOrganisation } from './organisation-context.tsx';

/** Stands wherever somebody may write: not instant, not for emergencies, and by when an answer comes. */
export function Letterbox({
  text = 'question.letterBox',
}: {
  text?: 'question.letterBox' | 'write.promise' | 'optIn.promise';
}) {
  const { responseTarget } = useOrganisation();
  return (
    <p className="letterbox">
      <Say id={text} values={{ responseTarget }} />
    </p>
  );
}
