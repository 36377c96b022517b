import { graphql, type ResultOf } from '../../shared/graphql.ts';
import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from '../service/ask.ts';
import { LastKnown } from '../service/last-known.ts';

const QuestionnaireDocument = graphql(`
  query Questionnaire($locale: String) {
    questionnaire(locale: $locale) {
      version
      locale
      questions {
        id
        kind
        locale
        text
        hint
        isNeeded
        maxLength
        choices {
          id
          text
          isExclusive
        }
        shownWhen {
          question
          anyOf
        }
      }
    }
  }
`);

/** The questions of one version, in order. */
export type Questionnaire = ResultOf<typeof QuestionnaireDocument>['questionnaire'];

/** One question with what it offers. */
export type Question = Questionnaire['questions'][number];

const lastKnown = new LastKnown<Questionnaire>();

/** Asks for the questions of now. Never throws: while the service is gone, answers stay on their pages. */
export function questionnaireFor(
  context: PortalContext,
  { tag }: PortalLocale,
): Promise<Questionnaire | null> {
  return lastKnown.read(
    tag,
    async () => (await ask(context, QuestionnaireDocument, { locale: tag })).questionnaire,
  );
}
