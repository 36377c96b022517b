import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { useStore } from '../service/store.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PasswordSection, RecoveryKeySection, SecondFactorSection } from './AccountSections.tsx';
import { MySettingsQuery } from './my-settings.query.ts';

const UseSingleKeys = graphql(`
  mutation UseSingleKeys($on: Boolean!) {
    useSingleKeys(on: $on) {
      singleKeys
    }
  }
`);

/** Who one is here, and what one chose; kept with the account. */
export function SettingsPage() {
  const { session, commands } = useDashboard();
  const state = useStore(session);
  const title = useIntl().formatMessage({ id: 'settings.heading' });
  const caseworker = 'caseworker' in state ? state.caseworker : null;

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <section aria-labelledby="settings-account">
        <h2 id="settings-account">
          <FormattedMessage id="settings.account" />
        </h2>
        <dl className="account-facts">
          <div>
            <dt>
              <FormattedMessage id="settings.name" />
            </dt>
            <dd>{caseworker?.name}</dd>
          </div>
          <div>
            <dt>
              <FormattedMessage id="session.email.label" />
            </dt>
            <dd>{caseworker?.email}</dd>
          </div>
        </dl>
      </section>
      <PasswordSection />
      <SecondFactorSection />
      <RecoveryKeySection />
      <section aria-labelledby="settings-keyboard">
        <h2 id="settings-keyboard">
          <FormattedMessage id="settings.keyboard" />
        </h2>
        <SingleKeys />
        <button type="button" className="secondary" onClick={() => commands.run('sheet')}>
          <FormattedMessage id="command.sheet" />
        </button>
      </section>
    </>
  );
}

function SingleKeys() {
  const { data } = useQuery(MySettingsQuery);
  const [change, { loading }] = useMutation(UseSingleKeys, {
    update: (cache, { data: answer }) => {
      if (answer) cache.writeQuery({ query: MySettingsQuery, data: { mySettings: answer.useSingleKeys } });
    },
  });
  const [said, setSaid] = useState<Failure | 'saved' | null>(null);
  // Where the switch stands while the account has not answered yet.
  const [wanted, setWanted] = useState<boolean | null>(null);

  const switchTo = async (on: boolean) => {
    setSaid(null);
    setWanted(on);
    try {
      await change({ variables: { on } });
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
          checked={wanted ?? data?.mySettings.singleKeys ?? true}
          disabled={data === undefined}
          aria-busy={loading}
          aria-describedby="single-keys-hint"
          onChange={(event) => !loading && void switchTo(event.currentTarget.checked)}
        />
        <FormattedMessage id="settings.singleKeys" />
      </label>
      <p className="hint" id="single-keys-hint">
        <FormattedMessage id="settings.singleKeys.hint" />
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
