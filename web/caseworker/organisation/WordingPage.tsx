import './organisation.css';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { WordingForm } from './WordingForm.tsx';
import { WordingQuery } from './wording.query.ts';

/** The portal's name, languages, addresses and own words. */
export function WordingPage() {
  const page = usePageData(WordingQuery);
  return (
    <AdminFrame name="admin.wording.heading" lead="organisation.wording.lead" page={page}>
      {({ wording, supportLists }) => (
        <WordingForm
          key={page.round}
          loaded={wording}
          languages={supportLists.lists.map(({ locale }) => locale)}
          onLoadAgain={page.again}
        />
      )}
    </AdminFrame>
  );
}
