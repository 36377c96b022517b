import { Arg, Query, Resolver } from 'type-graphql';
import type { OrganisationService } from './organisation.service.ts';
import { Organisation } from './organisation.type.ts';

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
    const [settings, texts] = await Promise.all([
      this.organisations.settings(),
      this.organisations.texts(locale),
    ]);
    return {
      name: settings.name,
      locales: settings.locales,
      responseTarget: texts.responseTarget ?? promise(settings.targetWorkingDays),
      emergencyAdvice: texts.emergencyAdvice,
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

function promise(targetWorkingDays: number): string {
  return targetWorkingDays === 1
    ? 'We aim to reply within 1 working day.'
    : `We aim to reply within ${targetWorkingDays} working days.`;
}
