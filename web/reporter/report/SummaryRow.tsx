import { FieldProblem } from '../frame/Page.tsx';
import { InLanguage, Say, useSay } from '../text.tsx';

/** One line of "Check your answers": what was asked, what was answered, and the way back to it. */
export function SummaryRow({
  id,
  asked,
  askedIn,
  answered,
  change,
  problem,
  ownWords,
}: {
  /** what the error summary links to */
  id: string;
  asked: string;
  /** the language of that, BCP 47; absent: the page's */
  askedIn?: string;
  /** a line for each; `null`: not provided */
  answered: readonly string[] | null;
  /** the page to go to; absent: nothing can be changed here */
  change?: string;
  problem?: string | undefined;
  /** whether the reporter wrote them, so that the script may look through them */
  ownWords?: boolean;
}) {
  const say = useSay();
  return (
    <div
      className={problem ? 'row has-problem' : 'row'}
      id={id}
      tabIndex={-1}
      data-own-words={ownWords || undefined}
    >
      <dt>{askedIn ? <InLanguage tag={askedIn}>{asked}</InLanguage> : asked}</dt>
      <dd>
        <FieldProblem id={`${id}-problem`} sentence={problem} />
        {answered ? (
          answered.map((line) => (
            <p className="said" dir="auto" key={line}>
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
