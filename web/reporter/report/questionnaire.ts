import { graphql, type ResultOf } from '../../shared/graphql.ts';
import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from '../service/ask.ts';
import { LastKnown } from '../service/last-known.ts';

const QuestionnaireDocument = graphql(`
  query Questionnaire($locale: String, $version: ID) {
    questionnaire(locale: $locale, version: $version) {
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
    organisation(locale: $locale) {
      keptOutChoices {
        id
        text
        locale
      }
    }
  }
`);

type Answer = ResultOf<typeof QuestionnaireDocument>;

/** The questions of one version, in order, and who can be kept from the report now. */
export type Questionnaire = Answer['questionnaire'] & Pick<Answer['organisation'], 'keptOutChoices'>;

/** One question with what it offers. */
export type Question = Questionnaire['questions'][number];

const ofNow = new LastKnown<Questionnaire>();
const ofVersions = new LastKnown<Questionnaire>();

/** Asks for the questions of now. Never throws: while the service is gone, answers stay on their pages. */
export function questionnaireFor(
  context: PortalContext,
  { tag }: PortalLocale,
): Promise<Questionnaire | null> {
  return ofNow.read(tag, async () => {
    const questionnaire = together(await ask(context, QuestionnaireDocument, { locale: tag }));
    ofVersions.keep(keyOf(tag, questionnaire.version), questionnaire);
    return questionnaire;
  });
}

/**
 * Asks for the questions that somebody began with, so that what they answered stays on their pages when others are
 * published meanwhile. Never throws.
 *
 * @returns the questions of now where there is no such version; `null` while nobody can tell.
 */
export async function questionnaireOf(
  context: PortalContext,
  { tag }: PortalLocale,
  version: string,
): Promise<Questionnaire | null> {
  try {
    const questionnaire = together(await ask(context, QuestionnaireDocument, { locale: tag, version }));
    // Under its own version, not the one that was asked for: that comes from a page, and could be any.
    ofVersions.keep(keyOf(tag, questionnaire.version), questionnaire);
    return questionnaire;
  } catch {
    return ofVersions.find(keyOf(tag, version));
  }
}

function together({ questionnaire, organisation }: Answer): Questionnaire {
  return { ...questionnaire, keptOutChoices: organisation.keptOutChoices };
}

function keyOf(tag: string, version: string): string {
  return `${tag} ${version}`;
}
