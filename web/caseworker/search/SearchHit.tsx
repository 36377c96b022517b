import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { CaseStatusBadge, CaseStatusBadge_case } from '../case/CaseStatusBadge.tsx';
import { Day } from '../ui/Day.tsx';

export const SearchHit_hit = graphql(
  `
    fragment SearchHit_hit on CaseSearchHit {
      foundIn
      case {
        id
        number
        receivedOn
        assignee {
          id
          name
        }
        ...CaseStatusBadge_case
      }
    }
  `,
  [CaseStatusBadge_case],
);

/** One case in which all the words stand, and where. The words around them are for its page to show. */
export function SearchHit(props: { readonly hit: FragmentOf<typeof SearchHit_hit> }) {
  const intl = useIntl();
  const { foundIn, case: found } = readFragment(SearchHit_hit, props.hit);
  const places = foundIn.map((place) => intl.formatMessage({ id: `search.place.${place}` }));
  return (
    <li className="hit">
      <Link to={`/cases/${found.id}`}>{found.number}</Link>
      <CaseStatusBadge case={found} />
      <span>
        <FormattedMessage id="search.foundIn" values={{ places: intl.formatList(places) }} />
      </span>
      <span className="hint">
        {found.assignee?.name ?? <FormattedMessage id="case.assignee.nobody" />}
        {' · '}
        <Day day={found.receivedOn} style="short" />
      </span>
    </li>
  );
}
