import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import { SaveKeptOutLabelInput } from './kept-out-label.input.ts';
import type { KeptOutLabels } from './kept-out-label.service.ts';
import { KeptOutLabel, SaveKeptOutLabelResult } from './kept-out-label.type.ts';

/** The labels by which reporters keep somebody from a report, for administrators. */
@Resolver()
export class KeptOutLabelResolver {
  constructor(private readonly labels: KeptOutLabels) {}

  @Query(() => [KeptOutLabel], {
    description:
      'administrators: what reporters can keep somebody from a report with, and whom it stands for',
  })
  async keptOutLabels(@Ctx() { viewer }: RequestContext): Promise<KeptOutLabel[]> {
    administering(viewer);
    return this.labels.all();
  }

  @Mutation(() => SaveKeptOutLabelResult, {
    description:
      'administrators: makes a label, or changes the one with this id. It counts for reports and grants from then on; nobody loses or gets a case by it.',
  })
  async saveKeptOutLabel(
    @Arg('input', () => SaveKeptOutLabelInput, { description: 'the label' }) input: SaveKeptOutLabelInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof SaveKeptOutLabelResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.labels.save(administrator, input));
  }

  @Mutation(() => Boolean, {
    description:
      'administrators: deletes a label; true also when there was none. Whoever is kept from a case by it stays so.',
  })
  async deleteKeptOutLabel(
    @Arg('id', () => ID, { description: 'the label' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    await this.labels.delete(administering(viewer), id);
    return true;
  }
}
