import { FormattedMessage } from 'react-intl';
import { DraftNotices } from './DraftNotices.tsx';
import type { DraftOnPage } from './use-draft.ts';

/** What is done with the draft as a whole, and how it stands. Stays in reach while the page is scrolled. */
export function DraftBar({
  draft,
  onSave,
  onPreview,
  onPublish,
}: {
  readonly draft: DraftOnPage;
  readonly onSave: () => void;
  readonly onPreview: () => void;
  readonly onPublish: () => void;
}) {
  const { isBusy } = draft;
  const once = (act: () => void) => () => {
    if (!isBusy) act();
  };
  return (
    <div className="draft-bar" aria-busy={isBusy}>
      <DraftNotices draft={draft} />
      <p role="status">
        <StateLine {...draft} />
      </p>
      <div className="buttons">
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={once(onSave)}>
          <FormattedMessage id="questions.save" />
        </button>
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={once(onPreview)}>
          <FormattedMessage id="questions.preview" />
        </button>
        <button type="button" aria-disabled={isBusy} onClick={once(onPublish)}>
          <FormattedMessage id="questions.publish" />
        </button>
      </div>
    </div>
  );
}

/** What came of the last act, and otherwise how the draft stands. */
function StateLine({ outcome, isUnsaved, stored }: DraftOnPage) {
  if (outcome?.kind === 'published') {
    return <FormattedMessage id="questions.published" values={{ version: outcome.version }} />;
  }
  if (isUnsaved) return <FormattedMessage id="questions.state.unsaved" />;
  if (outcome?.kind === 'saved') return <FormattedMessage id="questions.saved" />;
  if (!stored.isChanged) return <FormattedMessage id="questions.state.asked" />;
  return stored.savedBy === null ? (
    <FormattedMessage id="questions.state.draftOfNobody" />
  ) : (
    <FormattedMessage id="questions.state.draft" values={{ name: stored.savedBy }} />
  );
}
