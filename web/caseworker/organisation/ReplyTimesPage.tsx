import { ReplyTimesForm } from './ReplyTimesForm.tsx';
import { ReplyTimesQuery } from './reply-times.query.ts';
import { SettingPage } from './SettingPage.tsx';

/** When somebody is there to answer, when nobody is, and within how long a reply is promised. */
export function ReplyTimesPage() {
  return (
    <SettingPage path="reply-times" query={ReplyTimesQuery}>
      {({ serviceHours, organisation }, round, again) => (
        <ReplyTimesForm
          key={round}
          loaded={serviceHours}
          locales={organisation.locales}
          onLoadAgain={again}
        />
      )}
    </SettingPage>
  );
}
