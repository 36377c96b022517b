import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { describedBy } from '../ui/TextField.tsx';

/** Which of some people, to choose from. @param id of the group; takes the focus where it is wrong. */
export function PeopleChecks({
  id,
  legend,
  hint,
  error,
  people,
  chosen,
  onChosen,
}: {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly people: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  /** Ids of people. */
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={describedBy({ id, hint, error })['aria-describedby']}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {people.map((person) => (
        <label className="check" key={person.id}>
          <input
            type="checkbox"
            checked={chosen.includes(person.id)}
            onChange={(event) =>
              onChosen(
                event.currentTarget.checked
                  ? [...chosen, person.id]
                  : chosen.filter((each) => each !== person.id),
              )
            }
          />
          <span>
            {person.name}
            {person.state === 'DISABLED' && (
              <span className="hint">
                {' '}
                – <FormattedMessage id="people.disabled" />
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
