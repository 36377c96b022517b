import './retention.css';
import { FormattedMessage } from 'react-intl';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { RetentionForm } from './RetentionForm.tsx';
import { RetentionQuery } from './retention.query.ts';
import { WaitNotice } from './WaitNotice.tsx';

/** For how long closed cases are kept, and what would go. */
export function RetentionPage() {
  const page = usePageData(RetentionQuery);
  return (
    <AdminFrame name="admin.retention.heading" lead="retention.lead" page={page}>
      {({ retention }) => (
        <>
          <p>
            <FormattedMessage id="retention.rules" />
          </p>
          {retention.waitsUntil !== null && <WaitNotice until={retention.waitsUntil} />}
          <RetentionForm key={page.round} loaded={retention} onLoadAgain={page.again} />
        </>
      )}
    </AdminFrame>
  );
}
