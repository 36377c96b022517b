import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

/** One thing of a list that can be changed in its place, or taken out. */
export function EditedCard({
  id,
  name,
  form,
  isFree,
  onChange,
  onDelete,
  children,
}: {
  readonly id: string;
  readonly name: string;
  /** Stands in the place of what is told of it; null while it is not changed. */
  readonly form: ReactNode;
  /** Whether nothing else is being changed, which would be lost. */
  readonly isFree: boolean;
  readonly onChange: () => void;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}) {
  const hidden = <span className="visually-hidden">{name}</span>;
  return (
    <li className="card" aria-labelledby={`heading-${id}`}>
      <h2 id={`heading-${id}`}>{name}</h2>
      {form ?? (
        <>
          {children}
          {isFree && (
            <div className="buttons">
              <button type="button" id={`change-${id}`} className="secondary" onClick={onChange}>
                <FormattedMessage id="edited.change" values={{ name: hidden }} />
              </button>
              <button type="button" className="danger" onClick={onDelete}>
                <FormattedMessage id="edited.delete" values={{ name: hidden }} />
              </button>
            </div>
          )}
        </>
      )}
    </li>
  );
}
