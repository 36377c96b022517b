import type { DataSource, EntityManager } from 'typeorm';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { keyedDigest } from '../crypto/keyed-digest.ts';
import { sameBytes } from '../crypto/same-bytes.ts';
import { takenIn } from '../database/database-unavailable.ts';
import { inTransaction, type Statement, withCommit } from '../database/transaction.ts';
import { addDays, type Day } from '../shared/day.ts';
import { KeyReused } from '../shared/problem.type.ts';

/** How long a retry is recognised, in days. Longer than any enrolment or session lives. */
const KEPT_DAYS = 30;

/** Name of the rule that each write is remembered once. */
const WRITTEN_ONCE = 'idempotency_pkey';

/** One write, as the table knows it. */
export interface WriteDigest {
  readonly keyDigest: Buffer;
  readonly inputDigest: Buffer;
}

/** Same key and same input: same answer. Same key and other input: refused, nothing written. */
export class IdempotencyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: DeploymentSecrets,
  ) {}

  /**
   * Digests a write.
   *
   * The input is digested under the client's own key, which is never stored: whoever holds the table and the
   * master secret still cannot test a guess of what a reporter wrote.
   *
   * @param scope the operation and whose key it is, so that two people's keys never meet.
   * @param input the normalised input, in an order that does not depend on the client.
   */
  digest(scope: string, key: string, input: unknown): WriteDigest {
    const { idempotencyKey } = this.secrets;
    const inputKey = keyedDigest(idempotencyKey, JSON.stringify(['input', scope, key]));
    return {
      keyDigest: keyedDigest(idempotencyKey, JSON.stringify(['key', scope, key])),
      inputDigest: keyedDigest(inputKey, JSON.stringify(input)),
    };
  }

  /** What was answered to this write before, or null when it is new. */
  async replay<Answer, Outcome>(
    write: WriteDigest,
    again: (answer: Answer) => Outcome,
  ): Promise<Outcome | KeyReused | null> {
    const [row] = await this.dataSource.query<{ input_digest: Buffer; answer: Answer }[]>(
      'SELECT input_digest, answer FROM idempotency WHERE key_digest = $1',
      [write.keyDigest],
    );
    if (!row) return null;
    return sameBytes(row.input_digest, write.inputDigest) ? again(row.answer) : new KeyReused();
  }

  /**
   * Does a write in one transaction, unless a twin of it is committed first: then everything is rolled back, and the
   * twin's answer is given.
   *
   * @param attempt calls `claim` with what is to be remembered, which goes out with the COMMIT: before any other
   *   statement there that a twin would collide with. Where it returns without claiming, nothing is remembered and the
   *   same key may be tried again.
   * @param again makes the outcome from what a twin remembered.
   */
  async once<Answer extends object, Outcome>(
    write: WriteDigest,
    today: Day,
    attempt: (manager: EntityManager, claim: (answer: Answer) => void) => Promise<Outcome>,
    again: (answer: Answer) => Outcome,
  ): Promise<Outcome | KeyReused> {
    try {
      return await inTransaction(this.dataSource, (manager) =>
        attempt(manager, (answer) => withCommit(manager, [claiming(write, answer, today)])),
      );
    } catch (error) {
      const twin = takenIn(error) === WRITTEN_ONCE ? await this.replay(write, again) : null;
      if (twin === null) throw error;
      return twin;
    }
  }

  /** Forgets writes that no client retries any more on a day. */
  async sweep(today: Day): Promise<void> {
    await this.dataSource.query('DELETE FROM idempotency WHERE recorded_on < $1', [
      addDays(today, -KEPT_DAYS),
    ]);
  }
}

/** Waits for a twin that is being committed just now, and fails where it was. */
function claiming({ keyDigest, inputDigest }: WriteDigest, answer: object, today: Day): Statement {
  return {
    text: 'INSERT INTO idempotency (key_digest, input_digest, answer, recorded_on) VALUES ($1, $2, $3, $4)',
    values: [keyDigest, inputDigest, JSON.stringify(answer), today],
  };
}
