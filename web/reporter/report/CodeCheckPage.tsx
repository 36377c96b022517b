import { BackButton, GoButton } from '../frame/forms.tsx';
import { FieldProblem, Page } from '../frame/Page.tsx';
import { Say } from '../text.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';
import { describedBy } from './question-field.ts';
import { useProblems } from './use-problems.ts';

/** "Check that you have it": the code is hidden, its last four characters are asked for. */
export function CodeCheckPage({ view }: FormPageProps) {
  const { problems, of } = useProblems(view);
  const problem = of('last-four');
  return (
    <DraftForm view={view}>
      <Page heading={<Say id="codeCheck.title" />} above={<BackButton />} problems={problems}>
        <div className={problem ? 'field has-problem' : 'field'}>
          <label htmlFor="last-four">
            <Say id="codeCheck.label" />
          </label>
          <p className="hint" id="last-four-hint">
            <Say id="codeCheck.hint" />
          </p>
          <FieldProblem id="last-four-problem" sentence={problem} />
          <input
            type="text"
            className="code-field short"
            id="last-four"
            name="last-four"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            dir="ltr"
            aria-invalid={problem ? true : undefined}
            aria-describedby={describedBy('last-four-hint', problem && 'last-four-problem')}
          />
        </div>
        <p className="buttons">
          <GoButton go="next">
            <Say id="question.continue" />
          </GoButton>
          <GoButton go="back" look="second">
            <Say id="codeCheck.again" />
          </GoButton>
          <GoButton go="code-saved" look="link">
            <Say id="codeCheck.skip" />
          </GoButton>
        </p>
      </Page>
    </DraftForm>
  );
}
