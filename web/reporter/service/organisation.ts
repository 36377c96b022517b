import { graphql, type ResultOf } from '../../shared/graphql.ts';
import { NEUTRAL_ADDRESS } from '../leave-address.ts';
import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from './ask.ts';
import { LastKnown } from './last-known.ts';

const OrganisationDocument = graphql(`
  query Organisation($locale: String) {
    organisation(locale: $locale) {
      name
      locales
      acceptsReports
      replyExpectedBy
      isDemonstration
      isOpen
      closedReason {
        locale
        text
      }
      closure {
        from
        to
        reason {
          locale
          text
        }
      }
      exitAddress
      onionAddress
      words {
        part
        locale
        text
      }
      supportServices {
        name
        description
        phone
        url
        openingHours
        locale
      }
    }
  }
`);

/** Who runs this service, in the language of the page. */
export type Organisation = ResultOf<typeof OrganisationDocument>['organisation'];

const lastKnown = new LastKnown<Organisation>();

/** Where people leave to, as it was known last; asks nobody, because whoever leaves must not wait. */
export function exitAddressIn({ tag }: PortalLocale): string {
  return lastKnown.find(tag)?.exitAddress ?? NEUTRAL_ADDRESS;
}

/** Asks who runs this service. Never throws: every page needs it, error pages too. */
export function organisationFor(context: PortalContext, { tag }: PortalLocale): Promise<Organisation | null> {
  return lastKnown.read(
    tag,
    async () => (await ask(context, OrganisationDocument, { locale: tag })).organisation,
  );
}
