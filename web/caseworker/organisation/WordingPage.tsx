import { SettingPage } from './SettingPage.tsx';
import { WordingForm } from './WordingForm.tsx';
import { WordingQuery } from './wording.query.ts';

/** The portal's name, languages, addresses and own words. */
export function WordingPage() {
  return (
    <SettingPage path="wording" query={WordingQuery}>
      {({ wording, supportLists }, round, again) => (
        <WordingForm
          key={round}
          loaded={wording}
          languages={supportLists.lists.map(({ locale }) => locale)}
          onLoadAgain={again}
        />
      )}
    </SettingPage>
  );
}
