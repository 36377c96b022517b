import type { ReactNode } from 'react';
import { WritingForm } from '../frame/forms.tsx';
import { encodeDraft } from './draft.ts';
import type { FormView } from './report-view.ts';

/**
 * The form of one page: the draft and the page's own name travel in hidden fields.
 *
 * @param action the address that answers; absent: the page's own
 */
export function DraftForm({
  view,
  action,
  children,
}: {
  view: FormView;
  action?: string | undefined;
  children: ReactNode;
}) {
  return (
    <WritingForm hidden={{ draft: encodeDraft(view.draft), at: view.step }} action={action}>
      {children}
    </WritingForm>
  );
}
