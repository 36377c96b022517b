import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { SaveDraftInput } from './case-draft.input.ts';
import type { CaseDraftService } from './case-draft.service.ts';
import { SaveDraftResult } from './case-draft.type.ts';
import { AddCaseNoteInput } from './case-note.input.ts';
import type { CaseNoteService } from './case-note.service.ts';
import { AddCaseNoteResult } from './case-note.type.ts';
import { ReplyToReporterInput } from './reply.input.ts';
import type { ReplyService } from './reply.service.ts';
import { ReplyToReporterResult } from './reply.type.ts';

/** What caseworkers write: to the reporter, to each other, and what they have not sent yet. */
@Resolver()
export class CaseWritingResolver {
  constructor(
    private readonly replies: ReplyService,
    private readonly notes: CaseNoteService,
    private readonly drafts: CaseDraftService,
  ) {}

  @Mutation(() => ReplyToReporterResult, { description: 'Stores a reply, once, however often it is sent.' })
  async replyToReporter(
    @Arg('input', () => ReplyToReporterInput, { description: 'the reply' }) input: ReplyToReporterInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ReplyToReporterResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.replies.reply(caseworker, input));
  }

  @Mutation(() => AddCaseNoteResult, { description: 'Stores a note, once, however often it is sent.' })
  async addCaseNote(
    @Arg('input', () => AddCaseNoteInput, { description: 'the note' }) input: AddCaseNoteInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof AddCaseNoteResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.notes.add(caseworker, input));
  }

  @Mutation(() => SaveDraftResult, {
    description: 'Keeps what one has written so far, sealed, until it is sent or emptied.',
  })
  async saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'the draft' }) input: SaveDraftInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof SaveDraftResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.drafts.save(caseworker, input));
  }
}
