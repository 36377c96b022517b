import { FormattedMessage, useIntl } from 'react-intl';
import { useColleaguesOnCase } from './use-colleagues-on-case.ts';

/** Says which other members of staff have the same case open. Reporters are never part of it. */
export function Colleagues({
  caseId,
  onEnd,
}: {
  readonly caseId: string;
  /** Nobody tells of colleagues any more: the case may be gone. */
  readonly onEnd: () => void;
}) {
  const intl = useIntl();
  const names = useColleaguesOnCase(caseId, onEnd);
  return (
    <p role="status" className="colleagues">
      {names.length > 0 && (
        <FormattedMessage
          id="case.colleagues"
          values={{ names: intl.formatList(names), count: names.length }}
        />
      )}
    </p>
  );
}
