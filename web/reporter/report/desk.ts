import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import type { ReportView } from './report-view.ts';
import type { SentNote } from './sent-note.server.ts';
import type { Form } from './take-step.ts';

/** What one POST of the form is answered with. */
export interface Desk {
  readonly context: PortalContext;
  readonly locale: PortalLocale;
  /** tells codes that are too old */
  readonly now: Date;
  readonly form: Form;
}

/** The form goes on, or the report is stored and there is something to show once. */
export type ReportOutcome = { readonly view: ReportView } | { readonly sent: SentNote };
