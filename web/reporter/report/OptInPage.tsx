import { ClosureNotice } from '../frame/ClosureNotice.tsx';
import { BackButton, GoButton } from '../frame/forms.tsx';
import { Letterbox } from '../frame/Letterbox.tsx';
import { FieldProblem, Heading, PageTitle, Problems } from '../frame/Page.tsx';
import { Say } from '../text.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';
import { describedBy } from './question-field.ts';
import { useProblems } from './use-problems.ts';

/** "Do you want to be able to get messages about this report?" Nothing is preselected. */
export function OptInPage({ view, route }: FormPageProps) {
  const { problems, of } = useProblems(view);
  const problem = of('messaging-yes');
  return (
    <DraftForm view={view}>
      <PageTitle hasProblem={problems.length > 0} />
      <BackButton />
      {problems.length > 0 && <Problems problems={problems} />}
      <fieldset
        className={problem ? 'field has-problem' : 'field'}
        aria-describedby={describedBy('what', problem && 'messaging-problem')}
      >
        <legend>
          <Heading takesFocus={problems.length === 0}>
            <Say id="optIn.title" />
          </Heading>
        </legend>
        <p id="what">
          {route === 'anonymous' && (
            <>
              <Say id="optIn.anonymous" />{' '}
            </>
          )}
          <Say id="optIn.text" />
        </p>
        <ClosureNotice />
        <Letterbox text="optIn.promise" />
        <FieldProblem id="messaging-problem" sentence={problem} />
        <div className="choice">
          <input
            type="radio"
            id="messaging-yes"
            name="messaging"
            value="yes"
            defaultChecked={view.draft.messaging === 'yes'}
          />
          <label htmlFor="messaging-yes">
            <Say id="optIn.yes" />
          </label>
        </div>
        <div className="choice">
          <input
            type="radio"
            id="messaging-no"
            name="messaging"
            value="no"
            defaultChecked={view.draft.messaging === 'no'}
            aria-describedby="no-hint"
          />
          <label htmlFor="messaging-no">
            <Say id="optIn.no" />
          </label>
          <p className="hint" id="no-hint">
            <Say id="optIn.no.hint" />
          </p>
        </div>
      </fieldset>
      <p className="buttons">
        <GoButton go="next">
          <Say id="question.continue" />
        </GoButton>
      </p>
    </DraftForm>
  );
}
