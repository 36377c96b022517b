import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Case } from '../casework/case.type.ts';
import { orBusy } from '../shared/or-busy.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { AskForDeletionInput, ConfirmDeletionInput } from './deletion.input.ts';
import type { DeletionService } from './deletion.service.ts';
import {
  AskForDeletionResult,
  CancelDeletionResult,
  ConfirmDeletionResult,
  DeletionRequest,
} from './deletion.type.ts';
import type { DeletionRequests } from './deletion-request.service.ts';

/** Deleting single cases by hand. */
@Resolver(() => Case)
export class DeletionResolver {
  constructor(
    private readonly deletions: DeletionService,
    private readonly requests: DeletionRequests,
  ) {}

  @FieldResolver(() => DeletionRequest, {
    nullable: true,
    description: 'the deletion that somebody asked for; null where nobody does',
  })
  async deletion(@Root() { id }: Case, @Ctx() context: RequestContext): Promise<DeletionRequest | null> {
    return this.requests.of(context, id);
  }

  @Mutation(() => AskForDeletionResult, {
    description:
      'Asks for the deletion of a closed case. A colleague who can open it has to confirm; where there is none, it is deleted at once.',
  })
  async askForDeletion(
    @Arg('input', () => AskForDeletionInput, { description: 'which, and why' }) input: AskForDeletionInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof AskForDeletionResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.deletions.ask(caseworker, input));
  }

  @Mutation(() => ConfirmDeletionResult, {
    description: 'Deletes a case with everything in it, as a colleague asked. Nobody can bring it back.',
  })
  async confirmDeletion(
    @Arg('input', () => ConfirmDeletionInput, { description: 'which' }) input: ConfirmDeletionInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ConfirmDeletionResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.deletions.confirm(caseworker, input));
  }

  @Mutation(() => CancelDeletionResult, {
    description: 'Withdraws the deletion that one asked for, or declines that of a colleague.',
  })
  async cancelDeletion(
    @Arg('caseId', () => ID, { description: 'the case' }) caseId: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof CancelDeletionResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.deletions.cancel(caseworker, caseId));
  }
}
