import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ActAnswer } from '../service/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EditedCard } from '../ui/EditedCard.tsx';
import { useEditedList } from '../ui/use-edited-list.ts';

/** One thing of the list. */
export interface Entry<Draft> {
  readonly name: string;
  /** What is told of it while it is not changed. */
  readonly facts: ReactNode;
  /** What its form begins with. */
  readonly draft: Draft;
}

/** What a form says when it is done. */
export interface FormEnds {
  readonly onSaved: (name: string) => void;
  readonly onCancel: () => void;
}

/** A list of which one thing at a time is added, changed in its place, or deleted. */
export function EditedList<Draft extends { readonly id: string }>({
  texts,
  fieldId,
  entries,
  none,
  blank,
  form,
  remove,
  readAgain,
}: {
  /** Whose texts it says. */
  readonly texts: 'teams' | 'keptOut';
  /** The first field of the form. */
  readonly fieldId: string;
  readonly entries: readonly Entry<Draft>[];
  /** Stands in the place of an empty list. */
  readonly none: ReactNode;
  readonly blank: () => Draft;
  readonly form: (draft: Draft, ends: FormEnds) => ReactNode;
  readonly remove: (id: string) => Promise<ActAnswer<unknown>>;
  readonly readAgain: () => Promise<unknown>;
}) {
  const intl = useIntl();
  const addId = `add-${texts}`;
  const list = useEditedList<Draft>(fieldId, addId);
  const [leaving, setLeaving] = useState<Entry<Draft> | null>(null);
  const [said, setSaid] = useState('');

  const formOf = (draft: Draft) =>
    draft.id !== list.openId
      ? null
      : form(draft, {
          onSaved: (name) => {
            setSaid(intl.formatMessage({ id: 'edited.saved' }, { name }));
            // The button that the focus goes to has to be there first.
            void readAgain().then(list.close);
          },
          onCancel: () => {
            list.close();
            // It may have been refused because somebody else changed it.
            void readAgain();
          },
        });
  return (
    <>
      <p role="status" className="said">
        {said}
      </p>
      {entries.length === 0 && list.added === null && none}
      <ul className="card-list edited-list">
        {entries.map((entry) => (
          <EditedCard
            key={entry.draft.id}
            id={entry.draft.id}
            name={entry.name}
            form={formOf(entry.draft)}
            isFree={list.openId === null}
            onChange={() => list.open(entry.draft.id)}
            onDelete={() => setLeaving(entry)}
          >
            {entry.facts}
          </EditedCard>
        ))}
        {list.added !== null && (
          <li className="card">
            <h2>
              <FormattedMessage id={`edited.${texts}.new`} />
            </h2>
            {formOf(list.added)}
          </li>
        )}
      </ul>
      {list.openId === null && (
        <button type="button" id={addId} className="secondary" onClick={() => list.add(blank())}>
          <FormattedMessage id={`edited.${texts}.add`} />
        </button>
      )}
      {leaving !== null && (
        <ConfirmDialog
          heading={<FormattedMessage id="edited.delete.heading" values={{ name: leaving.name }} />}
          body={<FormattedMessage id={`edited.${texts}.delete.body`} />}
          button={<FormattedMessage id={`edited.${texts}.delete.button`} />}
          keep={<FormattedMessage id="delete.keep" />}
          onClose={() => setLeaving(null)}
          perform={async () => {
            const { failure } = await remove(leaving.draft.id);
            return failure && <FormattedMessage id={`failure.${failure}`} />;
          }}
          onDone={() => {
            setSaid(intl.formatMessage({ id: 'edited.deleted' }, { name: leaving.name }));
            setLeaving(null);
            void readAgain();
          }}
        />
      )}
    </>
  );
}
