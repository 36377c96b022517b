import { PageForm } from '../frame/forms.tsx';
import { FieldProblem } from '../frame/Page.tsx';
import { describedBy } from '../report/question-field.ts';
import { Say, usePath } from '../text.tsx';
import { IDLE_MINUTES } from './cookies.ts';

/**
 * The one field to log in with.
 *
 * @param hidden what is to be kept while somebody logs in again
 */
export function CodeForm({
  typed,
  problem,
  hidden = {},
  action,
}: {
  typed: string;
  problem: string | undefined;
  hidden?: Readonly<Record<string, string>>;
  action?: string;
}) {
  const path = usePath();
  return (
    <PageForm hidden={hidden} action={action}>
      <div className={problem ? 'field has-problem' : 'field'}>
        <label htmlFor="code">
          <Say id="login.label" />
        </label>
        <p className="hint" id="code-hint">
          <Say id="login.hint" />
        </p>
        <FieldProblem id="code-problem" sentence={problem} />
        <input
          type="text"
          className="code-field"
          id="code"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          defaultValue={typed}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy('code-hint', problem && 'code-problem')}
        />
      </div>
      <p className="buttons">
        <button type="submit" className="button-main">
          <Say id="login.submit" />
        </button>
      </p>
      <p className="hint">
        <Say id="login.idle" values={{ minutes: IDLE_MINUTES }} /> <Say id="login.cookie" />
      </p>
      {/* A link would throw away what is kept. */}
      {Object.keys(hidden).length === 0 && (
        <p className="hint">
          <Say id="login.lost" values={{ report: (chunks) => <a href={path('/report')}>{chunks}</a> }} />
        </p>
      )}
    </PageForm>
  );
}
