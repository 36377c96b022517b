import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { PickList } from '../../ui/PickList.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import type { Assignable } from '../work/use-case-work.ts';
import { ConfirmKeepingOut } from './ConfirmKeepingOut.tsx';
import { keepOut } from './holder-acts.ts';

/** Asks who is kept out of a case, and once more whether that is meant: it cannot be undone. */
export function KeepOutDialog({
  caseId,
  people,
  onClose,
  onDone,
}: {
  readonly caseId: string;
  /** Without whoever asks, and without those who are kept out already. */
  readonly people: readonly Assignable[];
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}) {
  const intl = useIntl();
  const client = useApolloClient();
  const [picked, setPicked] = useState<{ person: Assignable; idempotencyKey: string } | null>(null);

  if (picked !== null) {
    const { person, idempotencyKey } = picked;
    return (
      <ConfirmKeepingOut
        heading={<FormattedMessage id="holders.keepOut.confirm.heading" values={{ name: person.name }} />}
        body={<FormattedMessage id="holders.keepOut.confirm.body" values={{ name: person.name }} />}
        button={<FormattedMessage id="holders.keepOut.confirm.button" values={{ name: person.name }} />}
        perform={() => keepOut(client, { caseId, caseworkerId: person.id, idempotencyKey })}
        onBack={() => setPicked(null)}
        onDone={() => onDone(person.name)}
      />
    );
  }
  return (
    <SheetDialog heading={<FormattedMessage id="holders.keepOut.heading" />} onClose={onClose}>
      <p>
        <FormattedMessage id={people.length === 0 ? 'holders.keepOut.nobody' : 'holders.keepOut.body'} />
      </p>
      {people.length === 0 ? (
        <div className="buttons">
          <button type="button" onClick={onClose}>
            <FormattedMessage id="dialog.close" />
          </button>
        </div>
      ) : (
        <PickList
          label={intl.formatMessage({ id: 'assign.label' })}
          items={people.map(({ id, name }) => ({ id, text: name }))}
          onPick={(id) => {
            const person = people.find((each) => each.id === id);
            if (person !== undefined) setPicked({ person, idempotencyKey: newIdempotencyKey() });
          }}
        />
      )}
    </SheetDialog>
  );
}
