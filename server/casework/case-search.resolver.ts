import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, signedIn } from '../viewer.ts';
import type { CaseExportService } from './case-export.service.ts';
import { CaseExport, ExportPurpose } from './case-export.type.ts';
import type { CaseSearchService } from './case-search.service.ts';
import { CaseSearchPage } from './case-search.type.ts';
import { readSearchCursor } from './search-cursor.ts';

const LONGEST_SEARCH = 200; // UTF-16 units

/** Finding cases by their words, and taking one along. */
@Resolver()
export class CaseSearchResolver {
  constructor(
    private readonly search: CaseSearchService,
    private readonly exports: CaseExportService,
  ) {}

  @Query(() => CaseSearchPage, {
    description:
      'Cases in which all the words stand, in any case and with or without accents. What is sealed is opened for it within the session, a stretch at a time.',
  })
  async searchCases(
    @Arg('text', () => String, { description: 'words, 1 to 200 characters' }) text: string,
    @Arg('first', () => Int, { defaultValue: 25, description: 'most hits of this stretch, 1 to 100' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'the cursor of the stretch before' })
    after: string | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<CaseSearchPage> {
    const caseworker = signedIn(viewer);
    const cursor = after ? readSearchCursor(after) : null;
    if ((after && !cursor) || text.length > LONGEST_SEARCH) {
      throw new GraphQLError('Not a search', { extensions: { code: 'BAD_USER_INPUT' } });
    }
    return this.search.stretch(caseworker, { text, first, after: cursor });
  }

  @Mutation(() => CaseExport, {
    nullable: true,
    description:
      'One case without the notes of staff; null when there is none, or one holds no key to it. Stands in the audit log.',
  })
  async exportCase(
    @Arg('id', () => ID, { description: 'the case' }) id: string,
    @Arg('purpose', () => ExportPurpose, { description: 'what for' }) purpose: ExportPurpose,
    @Ctx() context: RequestContext,
  ): Promise<CaseExport | null> {
    return this.exports.withoutNotes(context, id, purpose);
  }

  @Mutation(() => CaseExport, {
    nullable: true,
    description:
      'One case with the notes of staff; null when there is none, or one holds no key to it. Stands in the audit log.',
  })
  async exportCaseWithNotes(
    @Arg('id', () => ID, { description: 'the case' }) id: string,
    @Arg('purpose', () => ExportPurpose, { description: 'what for' }) purpose: ExportPurpose,
    @Ctx() context: RequestContext,
  ): Promise<CaseExport | null> {
    return this.exports.withNotes(context, id, purpose);
  }
}
