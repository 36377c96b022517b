import { useOrganisation } from '../frame/organisation-context.tsx';
import { Page } from '../frame/Page.tsx';
import { SupportList } from '../frame/SupportList.tsx';
import { Say } from '../text.tsx';

/** Where to get support without reporting. */
export function SupportPage() {
  return (
    <Page heading={<Say id="support.title" />}>
      <p className="lead">
        <Say id="support.lead" values={{ organisation: useOrganisation().name }} />
      </p>
      <SupportList />
    </Page>
  );
}
