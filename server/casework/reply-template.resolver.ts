import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { SaveTemplateInput } from './reply-template.input.ts';
import type { ReplyTemplateService } from './reply-template.service.ts';
import { ReplyTemplate, SaveTemplateResult } from './reply-template.type.ts';

/** What staff write often. Everybody who is signed in may change it. */
@Resolver()
export class ReplyTemplateResolver {
  constructor(private readonly replyTemplates: ReplyTemplateService) {}

  @Query(() => [ReplyTemplate], { description: 'what staff write often, in the order of the list' })
  async templates(@Ctx() { viewer }: RequestContext): Promise<ReplyTemplate[]> {
    signedIn(viewer);
    return this.replyTemplates.all();
  }

  @Mutation(() => SaveTemplateResult, { description: 'Makes a template, or changes the one with this id.' })
  async saveTemplate(
    @Arg('input', () => SaveTemplateInput, { description: 'the template' }) input: SaveTemplateInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof SaveTemplateResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.replyTemplates.save(caseworker, input));
  }

  @Mutation(() => Boolean, { description: 'Deletes a template; true also when there was none.' })
  async deleteTemplate(
    @Arg('id', () => ID, { description: 'the template' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    await this.replyTemplates.delete(signedIn(viewer), id);
    return true;
  }
}
