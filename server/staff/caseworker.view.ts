import type { CaseworkerEntity } from './caseworker.entity.ts';
import type { Caseworker } from './staff.type.ts';

/**
 * What colleagues may know of a row: no hash, no key.
 *
 * @param hasToSetUp whether a session that was just opened for them opens nothing but the way to a second factor.
 */
export function toCaseworker(row: CaseworkerEntity, hasToSetUp = false): Caseworker {
  return { id: row.id, name: row.name, email: row.email, roles: row.roles, hasToSetUp };
}
