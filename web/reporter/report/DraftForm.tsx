import type { ReactNode } from 'react';
import { WritingForm } from '../frame/forms.tsx';
import { encodeDraft } from './draft.ts';
import type { FormView } from './report-view.ts';

/** The form of one page: the draft and the page's own name travel in hidden fields. */
export function DraftForm({ view, children }: { view: FormView; children: ReactNode }) {
  return <WritingForm hidden={{ draft: encodeDraft(view.draft), at: view.step }}>{children}</WritingForm>;
}
