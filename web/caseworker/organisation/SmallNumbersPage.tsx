import { SettingPage } from './SettingPage.tsx';
import { SmallNumbersForm } from './SmallNumbersForm.tsx';
import { SmallNumbersQuery } from './small-numbers.query.ts';

/** Below which number statistics say nothing. */
export function SmallNumbersPage() {
  return (
    <SettingPage path="statistics" query={SmallNumbersQuery}>
      {({ statisticsSetting }, round, again) => (
        <SmallNumbersForm key={round} loaded={statisticsSetting} onLoadAgain={again} />
      )}
    </SettingPage>
  );
}
