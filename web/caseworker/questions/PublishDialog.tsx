import { FormattedMessage } from 'react-intl';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import type { DraftOnPage } from './use-draft.ts';

/** Asks once more before reporters are asked something else. */
export function PublishDialog({
  draft,
  nameOf,
  onClose,
}: {
  readonly draft: DraftOnPage;
  readonly nameOf: (id: string) => string;
  readonly onClose: () => void;
}) {
  const risky = [...new Set(draft.stored.namingRisks.map(({ question }) => question))];
  const publish = async () => {
    if (draft.isBusy) return;
    await draft.publish();
    onClose();
  };
  return (
    <SheetDialog heading={<FormattedMessage id="questions.publish.heading" />} onClose={onClose}>
      <p>
        <FormattedMessage id="questions.publish.body" values={{ count: draft.questions.length }} />
      </p>
      <p>
        <FormattedMessage id="questions.publish.old" />
      </p>
      {risky.length > 0 && (
        <div className="notice notice-problem">
          <p>
            <FormattedMessage id="questions.publish.risks" />
          </p>
          <ul>
            {risky.map((id) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="buttons">
        <button type="button" aria-disabled={draft.isBusy} onClick={() => void publish()}>
          <FormattedMessage id="questions.publish.confirm" />
        </button>
        <button type="button" className="secondary" onClick={onClose}>
          <FormattedMessage id="dialog.back" />
        </button>
      </div>
    </SheetDialog>
  );
}
