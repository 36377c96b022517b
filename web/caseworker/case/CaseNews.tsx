import { useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CaseOnPage } from './use-case-page.ts';

/**
 * Says below the conversation that there is something new, and shows it when asked to. Its place is kept free, and it
 * takes the focus from the button that goes away.
 */
export function CaseNews({
  news,
  onShow,
}: {
  readonly news: CaseOnPage['news'];
  readonly onShow: () => void;
}) {
  const [wasShown, setShown] = useState(false);
  const line = useRef<HTMLDivElement>(null);

  const show = () => {
    onShow();
    setShown(true);
    line.current?.focus();
  };

  return (
    <div className="changes" ref={line} tabIndex={-1}>
      <p role="status">
        {news !== null && <NewsWords {...news} />}
        {news === null && wasShown && <FormattedMessage id="case.changed.shown" />}
      </p>
      {news !== null && (
        <button type="button" className="secondary" onClick={show}>
          <FormattedMessage id="case.changed.show" />
        </button>
      )}
    </div>
  );
}

function NewsWords({ newMessages, isClosed }: NonNullable<CaseOnPage['news']>) {
  if (newMessages === 0 && !isClosed) return <FormattedMessage id="case.changed.other" />;
  return (
    <>
      {newMessages > 0 && <FormattedMessage id="case.changed.messages" values={{ count: newMessages }} />}{' '}
      {isClosed && <FormattedMessage id="case.changed.closed" />}
    </>
  );
}
