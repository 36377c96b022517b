import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Caseworker } from '../staff/staff.type.ts';
import type { RequestContext } from '../viewer.ts';
import { Case } from './case.type.ts';
import { CaseAct } from './case-act.type.ts';
import { CaseDraft } from './case-draft.type.ts';
import { CaseNote } from './case-note.type.ts';
import type { CaseReadings } from './case-readings.service.ts';

/** What staff wrote and did on a case. Each for a whole list with one statement. */
@Resolver(() => Case)
export class CaseRecordResolver {
  constructor(private readonly readings: CaseReadings) {}

  @FieldResolver(() => [CaseNote], { description: 'what staff wrote to each other, the oldest first' })
  async notes(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<CaseNote[]> {
    return this.readings.of(context).notes(row);
  }

  @FieldResolver(() => [CaseAct], {
    description: 'what staff did, the oldest first; never anything that a reporter did',
  })
  async history(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<CaseAct[]> {
    return this.readings.of(context).history(row);
  }

  @FieldResolver(() => [CaseDraft], { description: "what one began to write oneself; never a colleague's" })
  async drafts(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<CaseDraft[]> {
    return this.readings.of(context).drafts(row);
  }

  @FieldResolver(() => [Caseworker], { description: 'whom it can be assigned to, by name' })
  async assignableTo(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Caseworker[]> {
    return this.readings.of(context).holders.load(row.id);
  }
}
