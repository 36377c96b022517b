import { FormattedMessage } from 'react-intl';
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
  const { isBusy, isUnsaved, stored } = draft;
  const once = (act: () => void) => () => {
    if (!isBusy) act();
  };
  return (
    <div className="draft-bar" aria-busy={isBusy}>
      <p role="status">
        <FormattedMessage
          id={isUnsaved ? 'questions.state.unsaved' : stateOf(stored)}
          values={{ name: stored.savedBy ?? '' }}
        />
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

function stateOf({ isChanged, savedBy }: DraftOnPage['stored']) {
  if (!isChanged) return 'questions.state.asked';
  return savedBy === null ? 'questions.state.draftOfNobody' : 'questions.state.draft';
}
