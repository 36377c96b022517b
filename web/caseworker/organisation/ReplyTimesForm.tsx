import { FormattedMessage, useIntl } from 'react-intl';
import { faultOf } from '../ui/ErrorSummary.tsx';
import { describedBy, Field, TextField } from '../ui/TextField.tsx';
import { ClosuresField } from './ClosuresField.tsx';
import { HoursField } from './HoursField.tsx';
import { ReplyExpected } from './ReplyExpected.tsx';
import { type ReplyTimes, type ReplyTimesDraft, replyTimesDraft, timeZones } from './reply-times-draft.ts';
import { SettingForm } from './SettingForm.tsx';
import { useSaveReplyTimes } from './use-save-reply-times.ts';
import { useSettingForm } from './use-setting-form.ts';

/** The promise, the hours of the week, and the days on which nobody is there. */
export function ReplyTimesForm({
  loaded,
  locales,
  onLoadAgain,
}: {
  readonly loaded: ReplyTimes;
  readonly locales: readonly string[];
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const { save, moved } = useSaveReplyTimes();
  const form = useSettingForm<ReplyTimes, ReplyTimesDraft>(loaded, replyTimesDraft, save);
  const { draft, change, faults, version, forgetFaults } = form;
  const zone = {
    id: 'timeZone',
    label: intl.formatMessage({ id: 'organisation.reply-times.timeZone' }),
    error: faultOf(faults, 'timeZone'),
  };
  const reorder = (next: ReplyTimesDraft) => {
    forgetFaults();
    change(next);
  };

  return (
    <SettingForm
      form={form}
      onLoadAgain={onLoadAgain}
      said={() => <FormattedMessage id="organisation.reply-times.said" values={{ count: moved }} />}
    >
      <TextField
        id="targetWorkingDays"
        label={intl.formatMessage({ id: 'organisation.reply-times.targetWorkingDays' })}
        hint={intl.formatMessage({ id: 'organisation.reply-times.targetWorkingDays.hint' })}
        error={faultOf(faults, 'targetWorkingDays')}
        inputMode="numeric"
        className="code"
        autoComplete="off"
        value={draft.targetWorkingDays}
        onValue={(targetWorkingDays) => change({ ...draft, targetWorkingDays })}
      />
      <ReplyExpected key={version} />
      <Field {...zone}>
        <select
          {...describedBy(zone)}
          id={zone.id}
          value={draft.timeZone}
          onChange={(event) => change({ ...draft, timeZone: event.currentTarget.value })}
        >
          {timeZones(loaded.timeZone).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </Field>
      <HoursField draft={draft} faults={faults} onChange={change} onReorder={reorder} />
      <ClosuresField
        key={`closures ${version}`}
        draft={draft}
        faults={faults}
        locales={locales}
        onChange={change}
        onReorder={reorder}
      />
    </SettingForm>
  );
}
