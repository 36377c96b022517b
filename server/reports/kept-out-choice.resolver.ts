import { Arg, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../organisation/organisation.type.ts';
import type { KeptOutLabels } from './kept-out-label.service.ts';
import { KeptOutChoice } from './kept-out-label.type.ts';
import type { ReadersService } from './readers.service.ts';

/** Most labels that anybody can choose. */
const MOST_CHOSEN = 50;

/** What a reporter can keep somebody from their report with. */
@Resolver(() => Organisation)
export class KeptOutChoiceResolver {
  constructor(private readonly labels: KeptOutLabels) {}

  @FieldResolver(() => [KeptOutChoice], {
    description: 'who can be kept from a report, in neutral words; empty where the organisation offers none',
  })
  async keptOutChoices(@Root() { locale }: Organisation): Promise<KeptOutChoice[]> {
    return this.labels.offered(locale);
  }
}

/** Whether a choice would leave somebody. */
@Resolver()
export class WouldReadResolver {
  constructor(private readonly readers: ReadersService) {}

  @Query(() => Boolean, {
    description:
      'whether somebody would be left to read a report that keeps these out; false also where one of them is offered no more. Stores nothing.',
  })
  async somebodyWouldRead(
    @Arg('keptOut', () => [ID], { description: 'ids of `Organisation.keptOutChoices`' }) keptOut: string[],
  ): Promise<boolean> {
    return keptOut.length <= MOST_CHOSEN && this.readers.wouldRead(keptOut);
  }
}
