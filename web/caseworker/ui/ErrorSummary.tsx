import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';

/** One problem of a form: what is wrong, and in which field (its id), if it lies in one. */
export interface Fault {
  readonly field: string | null;
  readonly text: string;
  /** Where the field is, in words, if others may have the same problem; said in the summary only. */
  readonly where?: string | undefined;
}

/**
 * Says above a form what keeps it from going out, takes the focus, and leads to each field.
 *
 * @param attempt counts the tries, so that the same problem a second time takes the focus again.
 * @param onLead called before a field takes the focus, by its id: it may have to be brought onto the page.
 */
export function ErrorSummary({
  faults,
  attempt,
  onLead,
}: {
  readonly faults: readonly Fault[];
  readonly attempt: number;
  readonly onLead?: ((field: string) => void) | undefined;
}) {
  const summary = useRef<HTMLElement>(null);

  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);

  if (faults.length === 0) return null;
  return (
    <section ref={summary} className="error-summary" tabIndex={-1} aria-labelledby="error-summary-heading">
      <h2 id="error-summary-heading">
        <FormattedMessage id="problem.heading" />
      </h2>
      <ul>
        {faults.map(({ field, text, where }) => {
          const words = where === undefined ? text : `${where}: ${text}`;
          return (
            <li key={`${field} ${text}`}>
              {field === null ? words : <FaultLink field={field} text={words} onLead={onLead} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FaultLink({
  field,
  text,
  onLead,
}: {
  readonly field: string;
  readonly text: string;
  readonly onLead: ((field: string) => void) | undefined;
}) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        // The address stays as it is: on the welcome page its last part is the invitation.
        event.preventDefault();
        onLead?.(field);
        document.getElementById(field)?.focus();
      }}
    >
      {text}
    </a>
  );
}

/** What is wrong with one field, or undefined. */
export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}
