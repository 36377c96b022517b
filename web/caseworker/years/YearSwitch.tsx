import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { useSwitchYear } from './use-switch-year.ts';

/**
 * Publishes a year or takes it back, after a second question.
 *
 * @param onChanged reads anew what is stored.
 */
export function YearSwitch({
  year,
  isPublic,
  onChanged,
}: {
  readonly year: number;
  readonly isPublic: boolean;
  readonly onChanged: () => Promise<unknown>;
}) {
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [hasChanged, setHasChanged] = useState(false);
  const { publish, withdraw, isBusy } = useSwitchYear(year);
  const act = isPublic ? 'withdraw' : 'publish';

  const confirm = async () => {
    if (isBusy) return;
    const refused = await (isPublic ? withdraw() : publish());
    setRefusal(refused);
    if (refused !== null) return;
    await onChanged();
    setHasChanged(true);
    setIsAsking(false);
  };

  return (
    <>
      <div role="status">
        {hasChanged && (
          <p className="notice">
            <FormattedMessage id={isPublic ? 'years.said.public' : 'years.said.withdrawn'} />
          </p>
        )}
      </div>
      {!hasChanged && (
        <p>
          <FormattedMessage id={isPublic ? 'years.isPublic' : 'years.isNot'} />
        </p>
      )}
      <p>
        <button type="button" className={isPublic ? 'danger' : ''} onClick={() => setIsAsking(true)}>
          <FormattedMessage id={`years.${act}`} />
        </button>
      </p>
      {isAsking && (
        <SheetDialog
          role="alertdialog"
          heading={<FormattedMessage id={`years.${act}.heading`} values={{ year: String(year) }} />}
          onClose={() => {
            setIsAsking(false);
            setRefusal(null);
          }}
        >
          <p>
            <FormattedMessage id={`years.${act}.body`} />
          </p>
          <div role="alert">{refusal !== null && <p className="notice notice-problem">{refusal}</p>}</div>
          <div className="buttons">
            <button type="button" className="secondary" onClick={() => setIsAsking(false)}>
              <FormattedMessage id="years.cancel" />
            </button>
            <button
              type="button"
              className={isPublic ? 'danger' : ''}
              aria-disabled={isBusy}
              onClick={() => void confirm()}
            >
              <FormattedMessage id={`years.${act}`} />
            </button>
          </div>
        </SheetDialog>
      )}
    </>
  );
}
