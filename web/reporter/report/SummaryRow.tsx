import { FieldProblem } from '../frame/Page.tsx';
import { Say, useSay } from '../text.tsx';

/** One line of "Check your answers": what was asked, what was answered, and the way back to it. */
export function SummaryRow({
  id,
  asked,
  answered,
  change,
  problem,
}: {
  /** what the error summary links to */
  id: string;
  asked: string;
  /** a line for each; `null`: not provided */
  answered: readonly string[] | null;
  /** the page to go to; absent: nothing can be changed here */
  change?: string;
  problem?: string | undefined;
}) {
  const say = useSay();
  return (
    <div className={problem ? 'row has-problem' : 'row'} id={id} tabIndex={-1}>
      <dt>{asked}</dt>
      <dd>
        <FieldProblem id={`${id}-problem`} sentence={problem} />
        {answered ? (
          answered.map((line) => (
            <p className="said" key={line}>
              {line}
            </p>
          ))
        ) : (
          <p className="not-provided">
            <Say id="check.notProvided" />
          </p>
        )}
      </dd>
      {change && (
        <dd className="change">
          <button type="submit" name="go" value={`change:${change}`} className="button-link">
            <span aria-hidden="true">
              <Say id="check.change" />
            </span>
            <span className="heard">{say('check.change.what', { what: asked })}</span>
          </button>
        </dd>
      )}
    </div>
  );
}
