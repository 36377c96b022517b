import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';

const DemonstrationQuery = graphql(`
  query Demonstration {
    organisation {
      isDemonstration
    }
  }
`);

/** Says on every page that nothing here is real, where that is so. */
export function DemonstrationBanner() {
  const { data } = useQuery(DemonstrationQuery);
  if (data?.organisation.isDemonstration !== true) return null;
  return (
    <FormattedMessage id="app.demonstration.region">
      {(label) => (
        <aside className="demonstration" aria-label={String(label)}>
          <FormattedMessage id="app.demonstration" />
        </aside>
      )}
    </FormattedMessage>
  );
}
