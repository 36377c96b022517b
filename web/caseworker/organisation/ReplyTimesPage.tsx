import './organisation.css';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { ReplyTimesForm } from './ReplyTimesForm.tsx';
import { ReplyTimesQuery } from './reply-times.query.ts';

/** When somebody is there to answer, when nobody is, and within how long a reply is promised. */
export function ReplyTimesPage() {
  const page = usePageData(ReplyTimesQuery);
  return (
    <AdminFrame name="admin.reply-times.heading" lead="organisation.reply-times.lead" page={page}>
      {({ serviceHours, organisation }) => (
        <ReplyTimesForm
          key={page.round}
          loaded={serviceHours}
          locales={organisation.locales}
          onLoadAgain={page.again}
        />
      )}
    </AdminFrame>
  );
}
