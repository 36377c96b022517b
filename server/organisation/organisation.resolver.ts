import { Arg, Query, Resolver } from 'type-graphql';
import type { OrganisationService } from './organisation.service.ts';
import { Organisation } from './organisation.type.ts';
import { responseTarget } from './response-target.ts';

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
    const [settings, { locale: found, texts }, replyExpectedBy] = await Promise.all([
      this.organisations.settings(),
      this.organisations.texts(locale),
      this.organisations.replyExpectedBy(),
    ]);
    return {
      name: settings.name,
      locales: settings.locales,
      locale: found,
      responseTarget: texts.responseTarget ?? responseTarget(settings.targetWorkingDays, found),
      emergencyAdvice: texts.emergencyAdvice,
      replyExpectedBy,
      isDemonstration: settings.isDemonstration,
      supportServices: texts.supportServices.map((service) => ({
        name: service.name,
        description: service.description,
        phone: service.phone ?? null,
        url: service.url ?? null,
        openingHours: service.openingHours ?? null,
      })),
    };
  }
}
