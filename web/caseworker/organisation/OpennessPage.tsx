import './organisation.css';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { OpennessForm } from './OpennessForm.tsx';
import { OpennessQuery } from './openness.query.ts';

/** Open or closed for reports, and why. */
export function OpennessPage() {
  const page = usePageData(OpennessQuery);
  return (
    <AdminFrame name="admin.openness.heading" lead="organisation.openness.lead" page={page}>
      {({ openness, organisation }) => (
        <OpennessForm
          key={page.round}
          loaded={openness}
          locales={organisation.locales}
          onLoadAgain={page.again}
        />
      )}
    </AdminFrame>
  );
}
