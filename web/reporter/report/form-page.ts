import type { Questionnaire } from './questionnaire.ts';
import type { FormView } from './report-view.ts';
import type { ReportRoute } from './steps.ts';

/** What every page of the form is given. */
export interface FormPageProps {
  readonly view: FormView;
  readonly questionnaire: Questionnaire;
  readonly route: ReportRoute;
}
