import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { BlobFormat, openBytes, sealBytes } from '../crypto/sealing.ts';
import type { Statement } from '../database/transaction.ts';
import type { Day } from '../shared/day.ts';
import { addReport, type Counts, merged, type ReportFacts } from './tally.ts';

/** Over how many rows a month is spread, so that reports that come at once seldom wait for each other. */
const STRIPES = 16;

/** Every sealed tally is a multiple of this many bytes long, so that its length says little. */
const PADDED_TO = 4_096;

/** A row that is not a stripe: a month that is closed and waits to be told with others. */
const CLOSED = -1;

/**
 * Counts reports of months that are not closed. What is stored are sealed sums: no row belongs to a report, and who has
 * the database without the secret of the installation reads none of them.
 */
export class TallyService {
  /** By stripe, what this process sealed last: a row that still holds those bytes need not be opened. */
  private readonly lastSealed = new Map<number, { readonly sealed: Buffer; readonly counts: Counts }>();

  constructor(private readonly secrets: DeploymentSecrets) {}

  /**
   * Locks the row that one report is counted in, inside the transaction that stores the report: others who are counted
   * there wait for its COMMIT.
   *
   * @returns counts the report.
   */
  async counting(manager: EntityManager, receivedOn: Day, facts: ReportFacts): Promise<Statement> {
    const month = monthOf(receivedOn);
    const stripe = randomInt(STRIPES);
    const counts = (await this.lock(manager, month, stripe)) ?? (await this.start(manager, month, stripe));
    addReport(counts, facts);
    const sealed = this.seal(counts, month, stripe);
    // Where the transaction is undone no row ever holds these bytes.
    this.lastSealed.set(stripe, { sealed, counts });
    return {
      text: 'UPDATE statistics.tally SET sealed = $3 WHERE month = $1 AND stripe = $2',
      values: [month, stripe, sealed],
    };
  }

  private async lock(manager: EntityManager, month: Day, stripe: number): Promise<Counts | null> {
    const [row] = await manager.query<{ sealed: Buffer }[]>(
      'SELECT sealed FROM statistics.tally WHERE month = $1 AND stripe = $2 FOR UPDATE',
      [month, stripe],
    );
    if (!row) return null;
    const last = this.lastSealed.get(stripe);
    // Whoever counts on changes these counts, so nobody else may find them.
    this.lastSealed.delete(stripe);
    return last?.sealed.equals(row.sealed) ? last.counts : this.open(row.sealed, month, stripe);
  }

  private async start(manager: EntityManager, month: Day, stripe: number): Promise<Counts> {
    await manager.query(
      'INSERT INTO statistics.tally (month, stripe, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [month, stripe, this.seal({}, month, stripe)],
    );
    return (await this.lock(manager, month, stripe)) ?? {};
  }

  /** Everything that was counted of a month. */
  async read(manager: EntityManager, month: Day): Promise<Counts> {
    const rows = await manager.query<{ stripe: number; sealed: Buffer }[]>(
      'SELECT stripe, sealed FROM statistics.tally WHERE month = $1 ORDER BY stripe FOR UPDATE',
      [month],
    );
    return merged(rows.map(({ stripe, sealed }) => this.open(sealed, month, stripe)));
  }

  /** Puts one sum in the place of all that was counted of a month. */
  async replace(manager: EntityManager, month: Day, counts: Counts): Promise<void> {
    await manager.query('DELETE FROM statistics.tally WHERE month = $1', [month]);
    await manager.query('INSERT INTO statistics.tally (month, stripe, sealed) VALUES ($1, $2, $3)', [
      month,
      CLOSED,
      this.seal(counts, month, CLOSED),
    ]);
  }

  /** Forgets the exact numbers of a whole year up to a month. */
  async forget(manager: EntityManager, upTo: Day): Promise<void> {
    await manager.query('DELETE FROM statistics.tally WHERE month <= $1', [upTo]);
  }

  private seal(counts: Counts, month: Day, stripe: number): Buffer {
    const json = JSON.stringify(counts);
    const bytes = Buffer.byteLength(json);
    const padded = Buffer.alloc(Math.ceil((bytes + 1) / PADDED_TO) * PADDED_TO, ' ');
    padded.write(json);
    return sealBytes(padded, this.secrets.statisticsKey, placeOf(month, stripe), BlobFormat.tally);
  }

  private open(sealed: Buffer, month: Day, stripe: number): Counts {
    try {
      const bytes = openBytes(sealed, this.secrets.statisticsKey, placeOf(month, stripe), BlobFormat.tally);
      return JSON.parse(bytes.toString('utf8')) as Counts;
    } catch {
      // A count that was damaged is begun anew: no report may be lost because of a number.
      return {};
    }
  }
}

/** The first day of the month that a day lies in. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the next month. */
export function monthAfter(month: Day): Day {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 1)).toISOString().slice(0, 10);
}

function placeOf(month: Day, stripe: number) {
  return { table: 'statistics.tally', row: `${month}/${stripe}`, column: 'sealed' };
}
