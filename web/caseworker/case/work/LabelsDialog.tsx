import { type FormEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { SheetDialog } from '../../ui/SheetDialog.tsx';

interface Label {
  readonly id: string;
  readonly text: string;
}

/** Asks for the labels of one case. @param onGiven which to put on and which to take off; never both empty. */
export function LabelsDialog({
  vocabulary,
  labels,
  onClose,
  onGiven,
}: {
  readonly vocabulary: readonly Label[];
  readonly labels: readonly Label[];
  readonly onClose: () => void;
  readonly onGiven: (change: { readonly add: string[]; readonly remove: string[] }) => void;
}) {
  const [before] = useState(() => new Set(labels.map(({ id }) => id)));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(before);
  // A label that the vocabulary has no more can still be taken off.
  const offered = [...vocabulary, ...labels.filter(({ id }) => !vocabulary.some((known) => known.id === id))];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const add = [...ticked].filter((id) => !before.has(id));
    const remove = [...before].filter((id) => !ticked.has(id));
    onClose();
    if (add.length + remove.length > 0) onGiven({ add, remove });
  };

  return (
    <SheetDialog heading={<FormattedMessage id="labels.heading" />} onClose={onClose}>
      <form onSubmit={submit}>
        {offered.length === 0 && (
          <p>
            <FormattedMessage id="labels.empty" />
          </p>
        )}
        {offered.map(({ id, text }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={ticked.has(id)}
              onChange={({ currentTarget }) => setTicked(withLabel(ticked, id, currentTarget.checked))}
            />
            {text}
          </label>
        ))}
        <div className="buttons">
          {offered.length > 0 && (
            <button type="submit">
              <FormattedMessage id="labels.button" />
            </button>
          )}
          <button type="button" className="secondary" onClick={onClose}>
            <FormattedMessage id="dialog.back" />
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}

function withLabel(ticked: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(ticked);
  if (isOn) next.add(id);
  else next.delete(id);
  return next;
}
