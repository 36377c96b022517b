import type { CaseworkerEntity } from './caseworker.entity.ts';
import type { Caseworker } from './staff.type.ts';

/** What colleagues may know of a row: no hash, no key. */
export function toCaseworker(row: CaseworkerEntity): Caseworker {
  return { id: row.id, name: row.name, email: row.email, roles: row.roles };
}
