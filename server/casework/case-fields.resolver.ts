import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openSealedBox } from '../crypto/key-wrapping.ts';
import type { MessageService } from '../messaging/message.service.ts';
import { Message } from '../messaging/message.type.ts';
import { Answer } from '../questionnaire/answer.type.ts';
import type { CaseBodyService } from '../reports/case-body.service.ts';
import type { StaffService } from '../staff/staff.service.ts';
import { Caseworker } from '../staff/staff.type.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { Case, ContactDetails } from './case.type.ts';
import { CaseLoaders } from './case-loaders.ts';

/** What a case holds. Read and opened only when it is asked for, and for a whole list with one statement each. */
@Resolver(() => Case)
export class CaseFieldsResolver {
  private readonly loaders = new WeakMap<RequestContext, CaseLoaders>();

  constructor(
    private readonly bodies: CaseBodyService,
    private readonly messageService: MessageService,
    private readonly staff: StaffService,
  ) {}

  @FieldResolver(() => Caseworker, { nullable: true, description: 'who looks after it' })
  async assignee(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Caseworker | null> {
    return row.assignee_id ? this.loadersOf(context).caseworkers.load(row.assignee_id) : null;
  }

  @FieldResolver(() => [Answer], { description: 'what was answered, in the order it was asked' })
  async answers(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Answer[]> {
    const sealed = await this.loadersOf(context).bodies.load(row.id);
    return sealed
      ? this.bodies.answers(sealed, openSealedBox(row.case_key_wrap, signedIn(context.viewer)))
      : [];
  }

  @FieldResolver(() => ContactDetails, { nullable: true, description: 'null on the anonymous route' })
  async contactDetails(
    @Root() { row }: Case,
    @Ctx() context: RequestContext,
  ): Promise<ContactDetails | null> {
    const sealed = await this.loadersOf(context).bodies.load(row.id);
    if (!sealed) return null;
    return this.bodies.contactDetails(sealed, openSealedBox(row.case_key_wrap, signedIn(context.viewer)));
  }

  @FieldResolver(() => [Message], { description: 'both sides, in order' })
  async messages(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Message[]> {
    if (!row.conversation_id) return [];
    const caseKey = openSealedBox(row.case_key_wrap, signedIn(context.viewer));
    const sealed = await this.loadersOf(context).messages.load(row.conversation_id);
    return sealed.map((message) => this.messageService.open(message, caseKey));
  }

  private loadersOf(context: RequestContext): CaseLoaders {
    const loaders =
      this.loaders.get(context) ?? new CaseLoaders(this.bodies, this.messageService, this.staff);
    this.loaders.set(context, loaders);
    return loaders;
  }
}
