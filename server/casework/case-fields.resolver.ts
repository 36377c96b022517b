import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Message } from '../messaging/message.type.ts';
import { Answer } from '../questionnaire/answer.type.ts';
import { Caseworker } from '../staff/staff.type.ts';
import type { RequestContext } from '../viewer.ts';
import { Case, ContactDetails } from './case.type.ts';
import { CaseLabel } from './case-label.type.ts';
import type { CaseReadings } from './case-readings.service.ts';

/** What a case holds. Read and opened only when it is asked for, and for a whole list with one statement each. */
@Resolver(() => Case)
export class CaseFieldsResolver {
  constructor(private readonly readings: CaseReadings) {}

  @FieldResolver(() => Caseworker, { nullable: true, description: 'who looks after it' })
  async assignee(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Caseworker | null> {
    return row.assignee_id ? this.readings.of(context).caseworkers.load(row.assignee_id) : null;
  }

  @FieldResolver(() => [CaseLabel], { description: 'what it is labelled with, by text' })
  async labels(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<CaseLabel[]> {
    return this.readings.of(context).labels.load(row.id);
  }

  @FieldResolver(() => [String], {
    description:
      'the kinds that the reporter picked, in words of the first language; empty where none was. Sealed: asking for it opens one body a case.',
  })
  async category(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<string[]> {
    return this.readings.of(context).category(row);
  }

  @FieldResolver(() => [Answer], {
    description:
      "what was answered, in the order it was asked; questions and choices in the organisation's first language",
  })
  async answers(
    @Root() { row }: Case,
    @Ctx() context: RequestContext,
    @Arg('asAsked', () => Boolean, {
      defaultValue: false,
      description: "true: questions and choices in the reporter's language, as they were asked",
    })
    asAsked: boolean,
  ): Promise<Answer[]> {
    const reading = this.readings.of(context);
    return asAsked ? reading.answersAsAsked(row) : reading.answers(row);
  }

  @FieldResolver(() => ContactDetails, { nullable: true, description: 'null on the anonymous route' })
  async contactDetails(
    @Root() { row }: Case,
    @Ctx() context: RequestContext,
  ): Promise<ContactDetails | null> {
    return this.readings.of(context).contactDetails(row);
  }

  @FieldResolver(() => [Message], { description: 'both sides, in order' })
  async messages(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Message[]> {
    return this.readings.of(context).messages(row);
  }
}
