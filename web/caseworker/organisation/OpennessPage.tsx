import { OpennessForm } from './OpennessForm.tsx';
import { OpennessQuery } from './openness.query.ts';
import { SettingPage } from './SettingPage.tsx';

/** Open or closed for reports, and why. */
export function OpennessPage() {
  return (
    <SettingPage path="openness" query={OpennessQuery}>
      {({ openness, organisation }, round, again) => (
        <OpennessForm key={round} loaded={openness} locales={organisation.locales} onLoadAgain={again} />
      )}
    </SettingPage>
  );
}
