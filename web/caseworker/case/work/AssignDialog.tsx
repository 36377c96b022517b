import { FormattedMessage, useIntl } from 'react-intl';
import { PickList } from '../../ui/PickList.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import type { Assignable } from './use-case-work.ts';

const NOBODY = 'nobody';

/** Asks who gets a case, or several. `null` is nobody. */
export function AssignDialog({
  people,
  ownId,
  onClose,
  onPick,
}: {
  readonly people: readonly Assignable[];
  readonly ownId: string;
  readonly onClose: () => void;
  readonly onPick: (caseworker: Assignable | null) => void;
}) {
  const intl = useIntl();
  const me = intl.formatMessage({ id: 'assign.me' });
  return (
    <SheetDialog heading={<FormattedMessage id="assign.heading" />} onClose={onClose}>
      <PickList
        label={intl.formatMessage({ id: 'assign.label' })}
        items={[
          ...people.map(({ id, name }) => ({ id, text: name, aside: id === ownId ? me : undefined })),
          { id: NOBODY, text: intl.formatMessage({ id: 'case.assignee.nobody' }) },
        ]}
        onPick={(picked) => {
          onClose();
          onPick(people.find(({ id }) => id === picked) ?? null);
        }}
      />
    </SheetDialog>
  );
}
