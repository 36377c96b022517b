import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';

/** Table `idempotency`: writes that were acknowledged. */
@Entity({ name: 'idempotency' })
export class IdempotencyEntity {
  /** 32 bytes; the client's key itself is never stored. */
  @PrimaryColumn({ type: 'bytea', name: 'key_digest' })
  keyDigest!: Buffer;

  /** 32 bytes; without the client's key it confirms no guess of what was written. */
  @Column({ type: 'bytea', name: 'input_digest' })
  inputDigest!: Buffer;

  /** Days, numbers and flags only. */
  @Column({ type: 'jsonb' })
  answer!: unknown;

  @Column({ type: 'date', name: 'recorded_on' })
  recordedOn!: Day;
}
