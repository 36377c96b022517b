import type { EntityManager } from 'typeorm';
import { NO_HASH } from './audit-chain.ts';

/** The end of the chain. */
export interface ChainEnd {
  /** How many entries there are. */
  readonly position: number;
  /** Of the last of them, 32 bytes. */
  readonly hash: Buffer;
}

/** Where the chain ends now. */
export async function chainEnd(manager: EntityManager): Promise<ChainEnd> {
  const [row] = await manager.query<ChainEnd[]>('SELECT position, hash FROM audit_head');
  return row ?? { position: 0, hash: NO_HASH };
}
