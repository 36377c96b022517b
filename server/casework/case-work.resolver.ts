import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import type { AssignmentService } from './assignment.service.ts';
import type { CaseLabelService } from './case-label.service.ts';
import { CaseLabel } from './case-label.type.ts';
import type { CaseStatusService } from './case-status.service.ts';
import {
  AssignCaseInput,
  ChangeCaseStatusInput,
  HandOverCaseInput,
  SetCaseLabelsInput,
} from './case-work.input.ts';
import {
  AssignCaseResult,
  ChangeCaseStatusResult,
  HandOverCaseResult,
  SetCaseLabelsResult,
} from './case-work.type.ts';

/** What caseworkers do with a case. */
@Resolver()
export class CaseWorkResolver {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly statuses: CaseStatusService,
    private readonly labels: CaseLabelService,
  ) {}

  @Mutation(() => AssignCaseResult, {
    description: 'Gives a case to somebody who can open it, or to nobody.',
  })
  async assignCase(
    @Arg('input', () => AssignCaseInput, { description: 'who gets it' }) input: AssignCaseInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof AssignCaseResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.assignments.assign(caseworker, input));
  }

  @Mutation(() => HandOverCaseResult, {
    description: 'Gives a case to somebody who can open it, with a note: both or neither, once.',
  })
  async handOverCase(
    @Arg('input', () => HandOverCaseInput, { description: 'who gets it' }) input: HandOverCaseInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof HandOverCaseResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.assignments.handOver(caseworker, input));
  }

  @Mutation(() => ChangeCaseStatusResult, {
    description:
      'Moves a case on. Closing needs a reason; a closed case can be opened again and nothing else; no case becomes NEW again.',
  })
  async changeCaseStatus(
    @Arg('input', () => ChangeCaseStatusInput, { description: 'where to' }) input: ChangeCaseStatusInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeCaseStatusResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.statuses.change(caseworker, input));
  }

  @Mutation(() => SetCaseLabelsResult, { description: 'Puts labels on a case and takes labels off it.' })
  async setCaseLabels(
    @Arg('input', () => SetCaseLabelsInput, { description: 'which' }) input: SetCaseLabelsInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof SetCaseLabelsResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.labels.set(caseworker, input));
  }

  @Query(() => [CaseLabel], { description: 'the vocabulary that cases can be labelled with' })
  async caseLabels(@Ctx() { viewer }: RequestContext): Promise<CaseLabel[]> {
    signedIn(viewer);
    return this.labels.vocabulary();
  }
}
