import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { ConfirmSetting, SettingsToCheckQuery } from './settings-to-check.query.ts';

type SettingToCheck = ResultOf<typeof SettingsToCheckQuery>['settingsToCheck'][number];

const HEADING = 'to-check';
const SAID = 'to-check-said';

/** Where each is changed. */
const PAGES: Readonly<Record<SettingToCheck, string>> = {
  WORDING: '/admin/wording',
  SUPPORT_SERVICES: '/admin/support',
  REPLY_TIMES: '/admin/reply-times',
};

/**
 * What is still as it came with the program, and whether one person alone could read a report. Nothing where all is
 * well, or where it cannot be told: the pages below it are of use without.
 */
export function SettingsToCheck() {
  const intl = useIntl();
  const { data, refetch } = useQuery(SettingsToCheckQuery, { fetchPolicy: 'cache-and-network' });
  const confirm = useAct(ConfirmSetting);
  const focusNext = useNextFocus();
  const [said, setSaid] = useState<string | null>(null);
  if (data === undefined) return null;
  const readers = data.people.filter(
    ({ state, roles }) => state === 'ACTIVE' && roles.includes('CASEWORKER'),
  );
  const isAlone = readers.length === 1;

  const isRight = async (setting: SettingToCheck) => {
    const answer = await confirm({ setting });
    const result = answer.data?.confirmSetting;
    if (result?.__typename !== 'SettingConfirmed') {
      setSaid(result?.message ?? intl.formatMessage({ id: `failure.${answer.failure ?? 'service'}` }));
      return;
    }
    await refetch().catch(() => undefined);
    // The button that was pressed is gone, and with the last one the whole section.
    focusNext(HEADING, SAID);
    const name = intl.formatMessage({ id: `toCheck.${setting}` });
    setSaid(intl.formatMessage({ id: 'toCheck.confirmed' }, { setting: name }));
  };

  return (
    <>
      <div role="status">
        {said !== null && (
          <p className="notice" id={SAID} tabIndex={-1}>
            {said}
          </p>
        )}
      </div>
      {(data.settingsToCheck.length > 0 || isAlone) && (
        <section className="to-check" aria-labelledby={HEADING}>
          <h2 id={HEADING} tabIndex={-1}>
            <FormattedMessage id="toCheck.heading" />
          </h2>
          {data.settingsToCheck.length > 0 && (
            <p>
              <FormattedMessage id="toCheck.lead" />
            </p>
          )}
          <ul className="row-list">
            {data.settingsToCheck.map((setting) => (
              <li key={setting}>
                <div>
                  <Link to={PAGES[setting]}>
                    <FormattedMessage id={`toCheck.${setting}`} />
                  </Link>
                  <p>
                    <FormattedMessage id={`toCheck.${setting}.about`} />
                  </p>
                </div>
                <button type="button" className="secondary" onClick={() => void isRight(setting)}>
                  <FormattedMessage
                    id="toCheck.isRight"
                    values={{
                      setting: (
                        <span className="visually-hidden">
                          <FormattedMessage id={`toCheck.${setting}`} />
                        </span>
                      ),
                    }}
                  />
                </button>
              </li>
            ))}
            {isAlone && (
              <li>
                <div>
                  <Link to="/admin/people">
                    <FormattedMessage id="toCheck.alone" />
                  </Link>
                  <p>
                    <FormattedMessage id="toCheck.alone.about" />
                  </p>
                </div>
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}
