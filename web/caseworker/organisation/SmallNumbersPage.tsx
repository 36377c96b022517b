import './organisation.css';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { SmallNumbersForm } from './SmallNumbersForm.tsx';
import { SmallNumbersQuery } from './small-numbers.query.ts';

/** Below which number statistics say nothing. */
export function SmallNumbersPage() {
  const page = usePageData(SmallNumbersQuery);
  return (
    <AdminFrame name="admin.statistics.heading" lead="organisation.statistics.lead" page={page}>
      {({ statisticsSetting }) => (
        <SmallNumbersForm key={page.round} loaded={statisticsSetting} onLoadAgain={page.again} />
      )}
    </AdminFrame>
  );
}
