import type { ReactNode } from 'react';

/** Asks what something is done for. Nothing is picked beforehand. */
export function PurposePick<Purpose extends string>({
  id,
  label,
  hint,
  choices,
  value,
  onPick,
}: {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly choices: readonly { readonly id: Purpose; readonly text: ReactNode }[];
  readonly value: Purpose | null;
  readonly onPick: (purpose: Purpose) => void;
}) {
  return (
    <fieldset className="field purpose" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {choices.map((choice, index) => (
        <label className="check" key={choice.id}>
          <input
            type="radio"
            name={id}
            {...(index === 0 && { id })}
            checked={value === choice.id}
            onChange={() => onPick(choice.id)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
