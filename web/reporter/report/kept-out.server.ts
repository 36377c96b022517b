import { graphql } from '../../shared/graphql.ts';
import { ask } from '../service/ask.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { type FormView, formView } from './report-view.ts';

const SomebodyWouldReadDocument = graphql(`
  query SomebodyWouldRead($keptOut: [ID!]!) {
    somebodyWouldRead(keptOut: $keptOut)
  }
`);

/**
 * Whether somebody is left to read the report. It is asked with the choice alone, before the report goes anywhere.
 *
 * @throws {ServiceFailed} the service cannot be reached.
 */
export async function somebodyWouldRead({ context }: Desk, { keptOut }: Draft): Promise<boolean> {
  // Whoever keeps nobody out is not stopped here, even where the organisation has no readers at all just now.
  if (!keptOut || keptOut.length === 0) return true;
  const answer = await ask(context, SomebodyWouldReadDocument, { keptOut: [...keptOut] });
  return answer.somebodyWouldRead;
}

/** The page with the choice, which leaves nobody. */
export function nobodyLeft(draft: Draft): FormView {
  return formView({
    step: 'kept-out',
    draft,
    faults: [{ field: 'kept-out', message: 'keptOut.nobodyLeft' }],
  });
}

/** The page with the choice, of which a part is offered no more. */
export function choiceGone(draft: Draft): FormView {
  return formView({ step: 'kept-out', draft, faults: [{ field: 'kept-out', message: 'keptOut.changed' }] });
}
