import { FormattedMessage } from 'react-intl';
import { useDashboard } from '../../app/dashboard.ts';
import { useStore } from '../../service/store.ts';
import { FreeText } from '../../ui/FreeText.tsx';
import { isUnsent, written } from './draft.ts';
import { focusTab } from './focus-tab.ts';

/** What was being written when the conversation was closed for good: to be copied, or thrown away. */
export function UnsentReply({ caseId }: { readonly caseId: string }) {
  const { drafts, keeper } = useDashboard();
  useStore(drafts);
  const place = { caseId, kind: 'REPLY' } as const;
  const draft = drafts.of(place);
  if (!isUnsent(draft)) return null;

  const discard = () => {
    drafts.step(place, (now) => written(now, ''));
    keeper.changed(place);
    focusTab();
  };
  return (
    <>
      <h3>
        <FormattedMessage id="reply.unsent.heading" />
      </h3>
      <div className="quoted">
        <FreeText text={draft.text} />
      </div>
      <div className="buttons">
        <button type="button" className="secondary" onClick={discard}>
          <FormattedMessage id="reply.unsent.discard" />
        </button>
      </div>
    </>
  );
}
