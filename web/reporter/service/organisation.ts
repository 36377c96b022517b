import { graphql, type ResultOf } from '../../shared/graphql.ts';
import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from './ask.ts';
import { LastKnown } from './last-known.ts';

const OrganisationDocument = graphql(`
  query Organisation($locale: String) {
    organisation(locale: $locale) {
      name
      locale
      locales
      responseTarget
      emergencyAdvice
      acceptsReports
      replyExpectedBy
      isDemonstration
      supportServices {
        name
        description
        phone
        url
        openingHours
      }
    }
  }
`);

/** Who runs this service, in the language of the page. */
export type Organisation = ResultOf<typeof OrganisationDocument>['organisation'];

const lastKnown = new LastKnown<Organisation>();

/** Asks who runs this service. Never throws: every page needs it, error pages too. */
export function organisationFor(context: PortalContext, { tag }: PortalLocale): Promise<Organisation | null> {
  return lastKnown.read(
    tag,
    async () => (await ask(context, OrganisationDocument, { locale: tag })).organisation,
  );
}
