import { FormattedMessage } from 'react-intl';

/**
 * Moves a thing up and down in its list. At an end of the list the button stays where it is, so that the focus does.
 *
 * @param labelOf names of the buttons that say which thing is meant.
 */
export function MoveButtons({
  labelOf,
  isFirst,
  isLast,
  onMove,
}: {
  readonly labelOf: (act: 'up' | 'down') => string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
}) {
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={labelOf('up')}
        aria-disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <FormattedMessage id="questions.up" />
      </button>
      <button
        type="button"
        className="quiet"
        aria-label={labelOf('down')}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      >
        <FormattedMessage id="questions.down" />
      </button>
    </>
  );
}
