import { useMutation, useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PasswordSection, RecoveryKeySection } from './AccountSections.tsx';
import { MySettingsQuery } from './my-settings.query.ts';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';

const UseSingleKeys = graphql(`
  mutation UseSingleKeys($on: Boolean!) {
    useSingleKeys(on: $on) {
      singleKeys
      mailNotices
      sendsMail
    }
  }
`);

const UseMailNotices = graphql(`
  mutation UseMailNotices($on: Boolean!) {
    useMailNotices(on: $on) {
      singleKeys
      mailNotices
      sendsMail
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
      <MailNotices />
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
  const [change] = useMutation(UseSingleKeys, {
    update: (cache, { data: answer }) => {
      if (answer) cache.writeQuery({ query: MySettingsQuery, data: { mySettings: answer.useSingleKeys } });
    },
  });
  return (
    <SettingSwitch
      name="singleKeys"
      isOn={data?.mySettings.singleKeys}
      onSwitch={(on) => change({ variables: { on } })}
    />
  );
}

/** Where this installation sends none, there is nothing to choose. */
function MailNotices() {
  const { data } = useQuery(MySettingsQuery);
  const [change] = useMutation(UseMailNotices, {
    update: (cache, { data: answer }) => {
      if (answer) cache.writeQuery({ query: MySettingsQuery, data: { mySettings: answer.useMailNotices } });
    },
  });
  if (!data?.mySettings.sendsMail) return null;
  return (
    <section aria-labelledby="settings-notices">
      <h2 id="settings-notices">
        <FormattedMessage id="settings.notices" />
      </h2>
      <SettingSwitch
        name="mailNotices"
        isOn={data.mySettings.mailNotices}
        onSwitch={(on) => change({ variables: { on } })}
      />
    </section>
  );
}
