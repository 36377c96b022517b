import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { dayInWords } from '../ui/Day.tsx';
import { dayOf } from './days.ts';

export const DeletesOn_case = graphql(`
  fragment DeletesOn_case on Case {
    deletesOn
    hasUnread
    deletion {
      askedOn
    }
  }
`);

/** What becomes of a closed case: whether somebody asks for its deletion, when it is deleted by itself, what keeps it. */
export function DeletesOn(props: { readonly case: FragmentOf<typeof DeletesOn_case> }) {
  const intl = useIntl();
  const { deletesOn, hasUnread, deletion } = readFragment(DeletesOn_case, props.case);
  const isOver = deletesOn !== null && deletesOn <= dayOf(new Date());
  return (
    <>
      {deletion !== null && (
        <p className="hint">
          <FormattedMessage id="case.deletionAsked" />
        </p>
      )}
      {deletesOn !== null && (
        <p className="hint">
          <FormattedMessage
            id={isOver && hasUnread ? 'case.deletesOn.keptBack' : 'case.deletesOn'}
            values={{ day: dayInWords(intl, deletesOn, 'short') }}
          />
        </p>
      )}
    </>
  );
}
