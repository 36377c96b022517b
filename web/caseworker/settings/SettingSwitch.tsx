import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type Failure, failureOf } from '../service/failure.ts';

/**
 * One switch that is kept with the account.
 *
 * @param name its words are `settings.{name}` and `settings.{name}.hint`. @param isOn `undefined` until it is known.
 * @param onSwitch resolves once it is kept.
 */
export function SettingSwitch({
  name,
  isOn,
  onSwitch,
}: {
  readonly name: 'singleKeys' | 'mailNotices';
  readonly isOn: boolean | undefined;
  readonly onSwitch: (on: boolean) => Promise<unknown>;
}) {
  const [said, setSaid] = useState<Failure | 'saved' | null>(null);
  // Where the switch stands while the account has not answered yet.
  const [wanted, setWanted] = useState<boolean | null>(null);

  const switchTo = async (on: boolean) => {
    setSaid(null);
    setWanted(on);
    try {
      await onSwitch(on);
      setSaid('saved');
    } catch (error) {
      setSaid(failureOf(error));
    }
    setWanted(null);
  };

  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={wanted ?? isOn ?? true}
          disabled={isOn === undefined}
          aria-busy={wanted !== null}
          aria-describedby={`${name}-hint`}
          onChange={(event) => wanted === null && void switchTo(event.currentTarget.checked)}
        />
        <FormattedMessage id={`settings.${name}`} />
      </label>
      <p className="hint" id={`${name}-hint`}>
        <FormattedMessage id={`settings.${name}.hint`} />
      </p>
      <p role="status" className="said">
        {said === 'saved' && <FormattedMessage id="settings.saved" />}
      </p>
      <div role="alert">
        {said !== null && said !== 'saved' && (
          <p className="notice notice-problem">
            <FormattedMessage id={`failure.${said}`} />
          </p>
        )}
      </div>
    </>
  );
}
