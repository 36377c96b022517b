import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { dayInWords } from '../ui/Day.tsx';
import { dayOf } from './days.ts';

export const DeletesOn_case = graphql(`
  fragment DeletesOn_case on Case {
    deletesOn
    hasUnread
  }
`);

/** When a closed case is deleted by itself, and what keeps it longer. */
export function DeletesOn(props: { readonly case: FragmentOf<typeof DeletesOn_case> }) {
  const intl = useIntl();
  const { deletesOn, hasUnread } = readFragment(DeletesOn_case, props.case);
  if (deletesOn === null) return null;
  const isOver = deletesOn <= dayOf(new Date());
  return (
    <p className="hint">
      <FormattedMessage
        id={isOver && hasUnread ? 'case.deletesOn.keptBack' : 'case.deletesOn'}
        values={{ day: dayInWords(intl, deletesOn, 'short') }}
      />
    </p>
  );
}
