import { BackButton, GoButton } from '../frame/forms.tsx';
import { Letterbox } from '../frame/Letterbox.tsx';
import { OwnParagraph } from '../frame/organisation-context.tsx';
import { FieldProblem, Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';
import { describedBy } from './question-field.ts';
import { useProblems } from './use-problems.ts';

const FIELDS = [
  { name: 'name', type: 'text' },
  { name: 'email', type: 'email' },
  { name: 'phone', type: 'tel' },
] as const;

/** Name, email address and phone number. Asked on the route with contact details only. */
export function ContactPage({ view }: FormPageProps) {
  const { problems, of } = useProblems(view);
  const path = usePath();
  return (
    <DraftForm view={view}>
      <Page heading={<Say id="contact.title" />} above={<BackButton />} problems={problems}>
        <p className="hint">
          <Say id="contact.hint" />
        </p>
        <OwnParagraph part="CONTACT_WAYS" />
        {FIELDS.map(({ name, type }) => (
          <div className={of(name) ? 'field has-problem' : 'field'} key={name}>
            <label htmlFor={name}>
              <Say id={`contact.${name}`} />
            </label>
            {name === 'phone' && (
              <p className="hint" id="phone-hint">
                <Say id="contact.phone.hint" />
              </p>
            )}
            <FieldProblem id={`${name}-problem`} sentence={of(name)} />
            <input
              type={type}
              id={name}
              name={name}
              // Against WCAG 1.3.5: a browser that knows the purpose keeps what is typed, and offers it to the next person.
              autoComplete="off"
              dir={name === 'name' ? 'auto' : 'ltr'}
              spellCheck={false}
              defaultValue={view.draft.contact?.[name]}
              aria-invalid={of(name) ? true : undefined}
              aria-describedby={describedBy(name === 'phone' && 'phone-hint', of(name) && `${name}-problem`)}
            />
          </div>
        ))}
        <p className="buttons">
          <GoButton go="next">
            <Say id="question.continue" />
          </GoButton>
          <button
            type="submit"
            name="go"
            value="anonymous"
            formAction={path('/report')}
            className="button-second"
          >
            <Say id="contact.anonymous" />
          </button>
        </p>
        <Letterbox />
      </Page>
    </DraftForm>
  );
}
