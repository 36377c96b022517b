import type { ReactNode } from 'react';
import { ClosureNotice } from '../frame/ClosureNotice.tsx';
import { GoButton } from '../frame/forms.tsx';
import { OwnParagraph, OwnWords, WhoReads } from '../frame/organisation-context.tsx';
import { Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';

const MINUTES_A_QUESTION = 1;

/** "Before you start". Opened by a link, it keeps nothing but a new idempotency key in the page. */
export function StartPage({ view, questionnaire, route }: FormPageProps) {
  const path = usePath();
  const count = questionnaire.questions.length;
  const minutes = Math.ceil((count * MINUTES_A_QUESTION) / 5) * 5;
  const hasConsent = questionnaire.questions.some(({ isNeeded }) => isNeeded);
  return (
    <DraftForm view={view}>
      <Page heading={<Say id="start.title" />}>
        <p className="lead">
          <Say id={hasConsent ? 'start.questions.consent' : 'start.questions'} values={{ count, minutes }} />
        </p>
        <ClosureNotice />
        <Section title={<Say id="start.who.title" />}>
          <p>
            <Say id={route === 'anonymous' ? 'start.who.anonymous' : 'start.who.contact'} />
          </p>
          <p>
            <button
              type="submit"
              name="go"
              value="stay"
              formAction={path(route === 'anonymous' ? '/report-with-contact-details' : '/report')}
              className="button-link"
            >
              <Say id={route === 'anonymous' ? 'start.who.switchContact' : 'start.who.switchAnonymous'} />
            </button>
          </p>
        </Section>
        <Section title={<Say id="start.kept.title" />}>
          <p>
            <Say id="start.kept.text" />
          </p>
          <p>
            <Say id="start.kept.back" />
          </p>
        </Section>
        <Section title={<Say id="start.next.title" />}>
          <p>
            <WhoReads />{' '}
            <Say id="start.next.text" values={{ responseTarget: <OwnWords part="RESPONSE_TARGET" /> }} />
          </p>
          <OwnParagraph part="WHAT_HAPPENS_NEXT" />
        </Section>
        <Section title={<Say id="start.device.title" />}>
          <p>
            <Say
              id="start.device.text"
              values={{
                safety: (chunks) => (
                  <button type="submit" name="aside" value="safety" className="button-link in-text">
                    {chunks}
                  </button>
                ),
              }}
            />
          </p>
          <p>
            <Say id="start.leave" />
          </p>
        </Section>
        <p className="buttons">
          <GoButton go="next">
            <Say id="start.start" />
          </GoButton>
          <button type="submit" name="aside" value="support" className="button-link">
            <Say id="start.notNow" />
          </button>
        </p>
      </Page>
    </DraftForm>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
