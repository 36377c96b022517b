import { usePath, useSay } from '../text.tsx';
import { HIDDEN_PATH } from './hidden-when-idle.ts';

/** Numbers up to this one are said exactly. */
const COUNTED = 9;

/**
 * The one polite line that says a reply has arrived, empty until the enhancement script fills it in. The sentences
 * are written here for every number, so that plurals of any language need no catalog in the browser.
 *
 * @param after replies with a higher `seq` are new
 */
export function NewReplies({ after }: { after: number }) {
  const say = useSay();
  const path = usePath();
  const counts = Array.from({ length: COUNTED }, (_, index) => index + 1);
  const sentences = [
    ...counts.map((count) => say('messages.new', { count })),
    say('messages.newMany', { count: COUNTED }),
  ];
  const labels = [...counts, COUNTED + 1].map((count) => say('messages.show', { count }));
  return (
    <div
      className="new-replies"
      data-replies-after={after}
      data-sentences={JSON.stringify(sentences)}
      data-labels={JSON.stringify(labels)}
      data-hidden-at={path(HIDDEN_PATH)}
    >
      <p role="status" data-replies-said />
      <a className="button-second" href={path('/messages')} data-replies-show hidden>
        {labels[0]}
      </a>
    </div>
  );
}
