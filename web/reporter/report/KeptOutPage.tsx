import { BackButton, GoButton } from '../frame/forms.tsx';
import { Letterbox } from '../frame/Letterbox.tsx';
import { useOrganisation } from '../frame/organisation-context.tsx';
import { FieldProblem, Heading, Page, PageTitle, Problems } from '../frame/Page.tsx';
import { InLanguage, Say } from '../text.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';
import { describedBy } from './question-field.ts';
import { useProblems } from './use-problems.ts';

/** "Is there somebody who should not read this?" Asked only where the organisation offers choices. */
export function KeptOutPage(props: FormPageProps) {
  return props.questionnaire.keptOutChoices.length > 0 ? (
    <ChoicesPage {...props} />
  ) : (
    <NoChoicePage {...props} />
  );
}

function ChoicesPage({ view, questionnaire }: FormPageProps) {
  const { problems, of } = useProblems(view);
  const problem = of('kept-out');
  const { keptOutChoices } = questionnaire;
  return (
    <DraftForm view={view}>
      <PageTitle hasProblem={problems.length > 0} />
      <BackButton />
      {problems.length > 0 && <Problems problems={problems} />}
      <fieldset
        id="kept-out"
        tabIndex={-1}
        className={problem ? 'field has-problem' : 'field'}
        aria-describedby={describedBy('why', 'several', problem && 'kept-out-problem')}
      >
        <legend>
          <Heading takesFocus={problems.length === 0}>
            <Say id="keptOut.title" />
          </Heading>
        </legend>
        <p id="why">
          <Say id="keptOut.why" />
        </p>
        <p className="hint">
          <Say id="question.empty" /> <Say id="keptOut.whoSees" />
        </p>
        <p className="hint" id="several">
          <Say id="question.several" />
        </p>
        <FieldProblem id="kept-out-problem" sentence={problem} />
        {keptOutChoices.map(({ id, text, locale }, index) => (
          <div className="choice" key={id}>
            <input
              type="checkbox"
              id={`kept-out-${index}`}
              name="kept-out"
              value={id}
              defaultChecked={view.draft.keptOut?.includes(id)}
            />
            <label htmlFor={`kept-out-${index}`}>
              <InLanguage tag={locale}>{text}</InLanguage>
            </label>
          </div>
        ))}
      </fieldset>
      <p className="buttons">
        <GoButton go="next">
          <Say id="question.continue" />
        </GoButton>
        <GoButton go="skip" look="second">
          <Say id="question.skip" />
        </GoButton>
      </p>
      <Letterbox />
    </DraftForm>
  );
}

/** Somebody was chosen, and since then the organisation has taken every choice away. There is nothing left to fill in. */
function NoChoicePage({ view }: FormPageProps) {
  const { name } = useOrganisation();
  return (
    <DraftForm view={view}>
      <Page heading={<Say id="keptOut.gone.title" />} above={<BackButton />}>
        {view.draft.keptOut?.map((id) => (
          <input key={id} type="hidden" name="kept-out" value={id} />
        ))}
        <p className="lead">
          <Say id="keptOut.gone.text" values={{ organisation: name }} />
        </p>
        <p className="buttons">
          <GoButton go="leave-out">
            <Say id="keptOut.gone.without" />
          </GoButton>
        </p>
      </Page>
      <Letterbox />
    </DraftForm>
  );
}
