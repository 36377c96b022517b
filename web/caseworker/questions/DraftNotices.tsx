import { FormattedMessage } from 'react-intl';
import type { DraftOnPage } from './use-draft.ts';

/** Why the draft was not saved or published. What somebody typed is never taken away by it. */
export function DraftNotices({ draft }: { readonly draft: DraftOnPage }) {
  const { outcome, isBusy } = draft;
  return (
    <div role="alert">
      {outcome?.kind === 'moved-on' && (
        <div className="notice notice-problem">
          <p>
            <FormattedMessage id="questions.movedOn" />
          </p>
          <div className="buttons">
            <button
              type="button"
              className="secondary"
              aria-disabled={isBusy}
              onClick={() => !isBusy && void draft.reload()}
            >
              <FormattedMessage id="questions.movedOn.theirs" />
            </button>
            <button
              type="button"
              className="danger"
              aria-disabled={isBusy}
              onClick={() => !isBusy && void draft.save(true)}
            >
              <FormattedMessage id="questions.movedOn.mine" />
            </button>
          </div>
        </div>
      )}
      {outcome?.kind === 'refused' && (
        <div className="notice notice-problem">
          {outcome.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {outcome?.kind === 'failed' && (
        <p className="notice notice-problem">
          <FormattedMessage id={`failure.${outcome.failure}`} />
        </p>
      )}
    </div>
  );
}
