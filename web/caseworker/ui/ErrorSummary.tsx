import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';

/** One problem of a form: what is wrong, and in which field (its id), if it lies in one. */
export interface Fault {
  readonly field: string | null;
  readonly text: string;
}

/**
 * Says above a form what keeps it from going out, takes the focus, and leads to each field.
 *
 * @param attempt counts the tries, so that the same problem a second time takes the focus again.
 */
export function ErrorSummary({
  faults,
  attempt,
}: {
  readonly faults: readonly Fault[];
  readonly attempt: number;
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
        {faults.map((fault) => (
          <li key={fault.text}>
            {fault.field === null ? fault.text : <FaultLink {...fault} field={fault.field} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FaultLink({ field, text }: { readonly field: string; readonly text: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        // The address stays as it is: on the welcome page its last part is the invitation.
        event.preventDefault();
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
