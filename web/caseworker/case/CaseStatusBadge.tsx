import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';

export const CaseStatusBadge_case = graphql(`
  fragment CaseStatusBadge_case on Case {
    status
  }
`);

/** Where the work on a case stands, in words. */
export function CaseStatusBadge(props: { readonly case: FragmentOf<typeof CaseStatusBadge_case> }) {
  const { status } = readFragment(CaseStatusBadge_case, props.case);
  return (
    <span className={`badge badge-${status.toLowerCase()}`}>
      <FormattedMessage id={`case.status.${status}`} />
    </span>
  );
}
