import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** One row as PostgreSQL sends it, its columns counted from 0. */
export class CopiedRow {
  /**
   * @param block holds the row among others.
   * @param bounds where in it each column begins and ends; -1 where it is NULL.
   */
  constructor(
    private readonly block: Buffer,
    private readonly bounds: readonly number[],
  ) {}

  /** What stands in a column of bytea. @throws {RangeError} it is NULL. */
  bytes(column: number): Buffer {
    const bytes = this.bytesOrNull(column);
    if (!bytes) throw new RangeError('A row is not whole');
    return bytes;
  }

  bytesOrNull(column: number): Buffer | null {
    const start = this.bounds[2 * column] ?? -1;
    return start < 0 ? null : this.block.subarray(start, this.bounds[2 * column + 1]);
  }

  /** What stands in a column of text. @throws {RangeError} it is NULL. */
  text(column: number): string {
    const text = this.textOrNull(column);
    if (text === null) throw new RangeError('A row is not whole');
    return text;
  }

  textOrNull(column: number): string | null {
    const start = this.bounds[2 * column] ?? -1;
    return start < 0 ? null : this.block.toString('utf8', start, this.bounds[2 * column + 1]);
  }
}

/** Where a message of the server lies. */
interface Piece {
  readonly block: Buffer;
  readonly start: number;
  readonly end: number;
}

/** What one row says, still sealed. */
export interface SealedWords {
  /** The id of the row. */
  readonly id: string;
  /** The id of what it belongs to. */
  readonly of: string;
  readonly sealedText: Buffer;
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const FLAGS_BYTES = 4;

/** Rows are kept in blocks of this size: small enough for the heap of C to use them again and again. */
const BLOCK_BYTES = 65_536; // 64 KiB

/**
 * Reads much that is sealed, over one connection of its own.
 *
 * The driver reads the bytes of an ordinary answer as hexadecimal text: twice the bytes, and four times the processor time.
 * COPY sends them as they are.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 * @see https://www.postgresql.org/docs/current/protocol-flow.html, "COPY Operations": one message for each row
 */
export class CopyReader {
  private readonly reading = new Set<Promise<unknown>>();
  private isClosed = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly connection: pg.PoolClient,
  ) {}

  /** Takes a connection, which `close` gives back. */
  static async open(dataSource: DataSource): Promise<CopyReader> {
    const runner = dataSource.createQueryRunner();
    return new CopyReader(runner, await runner.connect());
  }

  /**
   * The rows of one SELECT. Several may be asked for at once: PostgreSQL answers one after the other.
   *
   * @param select its columns are `bytea`, or cast to `text`; `$1` stands for the first of the values, and so on.
   * @param values written into the statement as quoted literals, since COPY takes no parameters. Nothing secret: a server
   *   that was set up to may write statements into its log.
   * @throws {Error} the reader is closed: the connection may be in the middle of somebody else's transaction by now.
   */
  async read(select: string, values: readonly string[]): Promise<CopiedRow[]> {
    if (this.isClosed) throw new Error('The reader is closed');
    const reading = this.copy(select, values);
    this.reading.add(reading);
    try {
      return rowsIn(await reading);
    } finally {
      this.reading.delete(reading);
    }
  }

  /** Gives the connection back, once what is on its way has come. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.allSettled(this.reading);
    await this.runner.release();
  }

  private copy(select: string, values: readonly string[]): Promise<readonly Piece[]> {
    const statement = select.replaceAll(/\$(\d+)/g, (_, place) =>
      pg.escapeLiteral(values[Number(place) - 1] ?? ''),
    );
    return new Promise((resolve, reject) => {
      const copying = new Copying(`COPY (${statement}) TO STDOUT (FORMAT binary)`, (error) => {
        if (error) reject(error);
        else resolve(copying.pieces);
      });
      this.connection.query(copying);
    });
  }
}

/** Rows of three columns, none of them null: id, id of what it belongs to, sealed text. */
export function wordsIn(rows: readonly CopiedRow[]): SealedWords[] {
  return rows.map((row) => ({ id: row.text(0), of: row.text(1), sealedText: row.bytes(2) }));
}

/** A statement that keeps what COPY sends; the driver's own drops it. */
class Copying extends pg.Query {
  /** One for each row. */
  readonly pieces: Piece[] = [];
  private block = Buffer.alloc(0);
  private used = 0;

  constructor(statement: string, done: (error: Error | null | undefined) => void) {
    super(statement, done);
  }

  /** Called by the driver for each row. The bytes are copied: the driver writes the next ones over them. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.used + chunk.length > this.block.length) {
      this.block = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, chunk.length));
      this.used = 0;
    }
    const end = this.used + chunk.copy(this.block, this.used);
    this.pieces.push({ block: this.block, start: this.used, end });
    this.used = end;
  }
}

/**
 * What COPY sent: a head, the rows, and an end mark in the place of one more.
 *
 * @param pieces PostgreSQL sends each row whole, the head with the first of them.
 * @throws {RangeError} not the whole of that.
 */
function rowsIn(pieces: readonly Piece[]): CopiedRow[] {
  const rows: CopiedRow[] = [];
  let headBytes = headOf(pieces[0]);
  for (const { block, start, end } of pieces) {
    let at = start + headBytes;
    headBytes = 0;
    while (at < end) {
      const columns = block.readInt16BE(at);
      at += 2;
      if (columns === -1) return rows;
      const bounds: number[] = [];
      for (let column = 0; column < columns; column += 1) {
        const size = block.readInt32BE(at);
        at += 4;
        bounds.push(size < 0 ? -1 : at, at + size);
        at += Math.max(size, 0);
      }
      rows.push(new CopiedRow(block, bounds));
    }
  }
  throw new RangeError('A COPY came without its end');
}

/** How long the head is, in bytes. @throws {RangeError} it is no head. */
function headOf(piece: Piece | undefined): number {
  const head = piece ? piece.block.subarray(piece.start, piece.end) : Buffer.alloc(0);
  if (!head.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new RangeError('This is no binary COPY');
  const end = SIGNATURE.length + FLAGS_BYTES;
  return end + 4 + head.readUInt32BE(end);
}
