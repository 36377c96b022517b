import { Arg, Query, Resolver } from 'type-graphql';
import type { OrganisationService } from './organisation.service.ts';
import { Organisation } from './organisation.type.ts';
import { firstText, localesFor, servicesIn, wordsIn } from './own-words.ts';
import { supportServiceOf } from './settings.view.ts';
import { WordingPart } from './wording-part.ts';

/** `Query.organisation`. */
@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @Query(() => Organisation, {
    description: 'who runs this service, in the language asked for or the first one',
  })
  async organisation(
    @Arg('locale', () => String, {
      nullable: true,
      description: 'BCP 47; a language it does not have falls back',
    })
    locale?: string,
  ): Promise<Organisation> {
    const [settings, replyExpectedBy, closure] = await Promise.all([
      this.organisations.settings(),
      this.organisations.replyExpectedBy(),
      this.organisations.closureNear(),
    ]);
    const locales = localesFor(settings, locale);
    const words = wordsIn(settings, locales);
    const wordsOf = (wanted: WordingPart) => words.find(({ part }) => part === wanted)?.text ?? '';
    const support = servicesIn(settings, locales);
    return {
      name: settings.name,
      locales: settings.locales,
      locale: locales[0] ?? 'en',
      words,
      responseTarget: wordsOf(WordingPart.RESPONSE_TARGET),
      emergencyAdvice: wordsOf(WordingPart.EMERGENCY_ADVICE),
      replyExpectedBy,
      isDemonstration: settings.isDemonstration,
      exitAddress: settings.exitAddress,
      onionAddress: settings.onionAddress,
      closure: closure && { ...closure, reason: firstText(closure.reasons, locales) },
      isOpen: settings.isOpen,
      closedReason: settings.isOpen ? null : firstText(settings.closedReasons, locales),
      supportServices: support.services.map((service) => supportServiceOf(service, support.locale)),
    };
  }
}
