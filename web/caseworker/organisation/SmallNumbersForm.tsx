import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { Day } from '../ui/Day.tsx';
import { faultOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/TextField.tsx';
import { SettingForm } from './SettingForm.tsx';
import { ChangeThreshold, type SmallNumbersQuery } from './small-numbers.query.ts';
import { useSaving } from './use-saving.ts';
import { useSettingForm } from './use-setting-form.ts';

type Setting = ResultOf<typeof SmallNumbersQuery>['statisticsSetting'];

/** One number, which is its own version: whoever saves it last knows what it is. */
interface Stored extends Setting {
  readonly version: string;
}

/** The number, and from when on it counts. */
export function SmallNumbersForm({
  loaded,
  onLoadAgain,
}: {
  readonly loaded: Setting;
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const saving = useSaving();
  const [ask] = useMutation(ChangeThreshold, { fetchPolicy: 'no-cache' });
  const [now, setNow] = useState(loaded);
  const form = useSettingForm<Stored, string>(
    versioned(loaded),
    ({ threshold }) => String(threshold),
    (draft) =>
      saving<Stored>(async () => {
        const { data } = await ask({ variables: { threshold: wholeNumber(draft) } });
        const result = data?.changeStatisticsThreshold;
        switch (result?.__typename) {
          case 'StatisticsSettingChanged':
            setNow(result.setting);
            return { stored: versioned(result.setting) };
          case 'InvalidThreshold':
            return {
              __typename: 'InvalidSettings' as const,
              faults: [{ field: 'threshold', message: result.refusal }],
            };
          default:
            return result;
        }
      }),
  );
  const isLater = now.inForce !== now.threshold;
  return (
    <SettingForm
      form={form}
      onLoadAgain={onLoadAgain}
      said={() => <FormattedMessage id="organisation.saved" />}
    >
      <TextField
        id="threshold"
        label={intl.formatMessage({ id: 'organisation.statistics.threshold' })}
        hint={intl.formatMessage({ id: 'organisation.statistics.threshold.hint' })}
        error={faultOf(form.faults, 'threshold')}
        inputMode="numeric"
        className="code"
        autoComplete="off"
        value={form.draft}
        onValue={form.change}
      />
      <p>
        <FormattedMessage
          id={isLater ? 'organisation.statistics.later' : 'organisation.statistics.now'}
          values={{ day: <Day day={now.appliesFrom} style="short" />, inForce: now.inForce }}
        />
      </p>
    </SettingForm>
  );
}

function versioned(setting: Setting): Stored {
  return { ...setting, version: String(setting.threshold) };
}

/** What is no whole number is refused with the same sentence as one that is too small. */
function wholeNumber(text: string): number {
  const number = Number(text.trim());
  return Number.isSafeInteger(number) && Math.abs(number) < 1_000 ? number : 0;
}
