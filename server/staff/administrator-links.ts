import { AuthorizationError } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { StaffRole } from './staff-role.type.ts';

/**
 * Locks the account of the administrator who asks, so that nobody takes the role away before the caller's transaction
 * ends. What lets others in or keeps them out is refused to somebody who lost it since their session was looked at.
 *
 * @throws {AuthorizationError} they are no active administrator any more.
 */
export async function holdAdministrator(manager: EntityManager, caseworkerId: string): Promise<void> {
  const held = await manager.query<unknown[]>(
    'SELECT 1 AS held FROM caseworker WHERE id = $1 AND is_active AND $2 = ANY(roles) FOR SHARE',
    [caseworkerId, StaffRole.ADMINISTRATOR],
  );
  if (held.length === 0) throw new AuthorizationError();
}

/**
 * Ends every link that somebody drew and nobody used yet, inside the caller's transaction: they administer no more, or
 * somebody else may have drawn it in their name. Invitations stay in the list and can be drawn anew by others.
 */
export async function endLinksOf(manager: EntityManager, caseworkerId: string, now: Date): Promise<void> {
  await manager.query(
    'UPDATE invitation SET works_until = $2 WHERE drawn_by = $1 AND NOT is_used AND works_until > $2',
    [caseworkerId, now],
  );
  await manager.query('DELETE FROM account_reset WHERE drawn_by = $1', [caseworkerId]);
}
