import { GraphQLError } from 'graphql';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { administering, type RequestContext } from '../viewer.ts';
import type { AuditCheckService } from './audit-check.service.ts';
import { AuditCheck } from './audit-check.type.ts';
import { AuditLogFilter } from './audit-log.input.ts';
import type { AuditLogService } from './audit-log.service.ts';
import { AuditHead, AuditLogPage, AuditPerson } from './audit-log.type.ts';
import { readNotedHash } from './noted-hash.ts';

/** What staff did, for administrators. */
@Resolver()
export class AuditLogResolver {
  constructor(
    private readonly log: AuditLogService,
    private readonly checks: AuditCheckService,
  ) {}

  @Query(() => AuditLogPage, { description: 'For administrators. What staff did, the latest first.' })
  async auditLog(
    @Arg('first', () => Int, { defaultValue: 50, description: 'most entries of this page, 1 to 100' })
    first: number,
    @Arg('before', () => Int, { nullable: true, description: '`next` of the page before' })
    before: number | null,
    @Arg('filter', () => AuditLogFilter, { nullable: true, description: 'which entries; all if left out' })
    filter: AuditLogFilter | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<AuditLogPage> {
    const { caseworkerId } = administering(viewer);
    return this.log.page(caseworkerId, { first, before: before ?? null, filter: filter ?? {} });
  }

  @Query(() => AuditHead, {
    description: 'For administrators. The end of the audit log, to be noted elsewhere.',
  })
  async auditHead(@Ctx() { viewer }: RequestContext): Promise<AuditHead> {
    administering(viewer);
    return this.log.head();
  }

  @Query(() => [AuditPerson], {
    description: 'For administrators. Everybody who stands in the audit log, by name.',
  })
  async auditPeople(@Ctx() { viewer }: RequestContext): Promise<AuditPerson[]> {
    administering(viewer);
    return this.log.people();
  }

  @Query(() => AuditCheck, {
    description:
      'For administrators. Goes through the whole audit log and finds the first entry that is not as it was written.',
  })
  async checkAuditLog(
    @Arg('noted', () => String, {
      nullable: true,
      description:
        'a hash that was noted from `auditHead` before; its first 16 hexadecimal digits are enough',
    })
    noted: string | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<AuditCheck> {
    administering(viewer);
    const hash = noted ? readNotedHash(noted) : null;
    if (noted && !hash) throw new GraphQLError('Not a hash', { extensions: { code: 'BAD_USER_INPUT' } });
    return this.checks.check(hash);
  }
}
