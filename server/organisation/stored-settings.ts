import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.ts';

/** The settings, which nobody else changes until the caller's transaction ends. */
export async function lockedSettings(manager: EntityManager): Promise<OrganisationEntity> {
  await manager.query('SELECT 1 FROM organisation FOR UPDATE');
  return manager.findOneByOrFail(OrganisationEntity, { id: true });
}

/** Stores a part of the settings in the caller's transaction; the other columns stay. */
export async function storeSettings(
  manager: EntityManager,
  part: Partial<OrganisationEntity>,
): Promise<void> {
  // `save` would begin and commit a transaction of its own in the middle of this one.
  await manager.createQueryBuilder().update(OrganisationEntity).set(part).where({ id: true }).execute();
}
