import { BackButton, GoButton } from '../frame/forms.tsx';
import { Page } from '../frame/Page.tsx';
import { Say } from '../text.tsx';
import { CodePanel, CodeWays } from './CodePanel.tsx';
import { DraftForm } from './DraftForm.tsx';
import type { FormPageProps } from './form-page.ts';

/** "Save your code". */
export function CodePage({ view }: FormPageProps) {
  const code = view.draft.offer?.code ?? '';
  return (
    <DraftForm view={view}>
      <div className="code-alone">
        <Page heading={<Say id="code.title" />} above={<BackButton />}>
          {view.notice?.kind === 'code-replaced' && (
            <p className="notice">
              <Say id="code.new" />
            </p>
          )}
          <CodePanel code={code} />
          <p className="warning">
            <Say id="code.warning" />
          </p>
          <h2>
            <Say id="code.how" />
          </h2>
          <ul>
            <li>
              <Say id="code.write" />
            </li>
            <li>
              <Say id="code.download.text" />
            </li>
          </ul>
          <CodeWays code={code} />
          <p>
            <Say id="code.starts" />
          </p>
          <p className="buttons">
            <GoButton go="next">
              <Say id="code.continue" />
            </GoButton>
          </p>
        </Page>
      </div>
    </DraftForm>
  );
}
