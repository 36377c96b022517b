import { createHash, hkdfSync } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argon2id, hash } from 'argon2';
import sodium from 'sodium-native';
import { bytesOf, type DumpedTable } from './dump.ts';

/** A sealed value of a dump, and where it stands. */
interface Blob {
  readonly table: string;
  readonly column: string;
  /**
   * What its row may be called: the id, the hash of a session's token in hex, or other ids of the row in any order, with the
   * hash of some of its bytes behind them.
   */
  readonly rows: readonly string[];
  readonly bytes: Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

/** HKDF-SHA256 as the design names it; written anew, so that these tests need nothing of the server. */
export function derive(secret: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `restante/v1/${label}`, KEY_BYTES));
}

/** What an access code opens, for whoever holds the master secret as well. */
export async function codeKeyOf(code: string, master: Buffer): Promise<Buffer> {
  const stretched = await hash(code.replaceAll('-', ''), {
    type: argon2id,
    memoryCost: 47_104,
    timeCost: 1,
    parallelism: 1,
    hashLength: 64,
    salt: derive(master, 'code-salt/1'),
    secret: derive(master, 'code-pepper/1'),
    raw: true,
  });
  return derive(stretched, 'code/key');
}

/**
 * Every label that stands in the source, which is no secret; places for numbers and days are filled in.
 *
 * @param today the day of the service: labels of the days around it are among them.
 */
export async function publicLabels(serverFolder: string, today: Date): Promise<string[]> {
  const labels = new Set<string>();
  for (const entry of await readdir(serverFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^(?!.*\.test\.ts$).*\.ts$/.test(entry.name)) continue;
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8');
    for (const line of source.split('\n').filter((each) => each.includes('deriveKey('))) {
      for (const [, , label = ''] of line.matchAll(/(['`])([^'`]+)\1/g)) {
        for (const filled of [1, 2, 3, ...daysAround(today)])
          labels.add(label.replace(/\$\{[^}]*\}/, String(filled)));
      }
    }
  }
  return [...labels];
}

function daysAround(today: Date): string[] {
  return [-3, -2, -1, 0, 1].map((days) =>
    new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Every `bytea` cell, as something to open and as something to open with. */
export function blobsOf(dump: readonly DumpedTable[]): Blob[] {
  return dump.flatMap(({ name, columns, rows }) =>
    rows.flatMap((row) =>
      Object.entries(row)
        .filter(([column, cell]) => columns[column] === 'bytea' && cell !== null)
        .map(([column, cell]) => ({
          table: name,
          column,
          rows: namesOf(row, columns),
          bytes: bytesOf(cell),
        })),
    ),
  );
}

function namesOf(row: DumpedTable['rows'][number], columns: DumpedTable['columns']): string[] {
  if (row['id']) return [row['id']];
  if (row['token_hash']) return [bytesOf(row['token_hash']).toString('hex')];
  const cells = Object.entries(row);
  const ids = cells.filter(([column]) => columns[column] === 'uuid').map(([, cell]) => cell ?? '');
  const texts = cells.filter(([column]) => columns[column] === 'text').map(([, cell]) => cell ?? '');
  const parts = [...ids, ...texts];
  const names = [''];
  for (const first of parts) {
    names.push(first);
    for (const second of parts) {
      if (second === first) continue;
      names.push(`${first}/${second}`);
      for (const third of parts) {
        if (third !== first && third !== second) names.push(`${first}/${second}/${third}`);
      }
    }
  }
  // What is bound to other bytes of its row is bound to their hash, behind two ids.
  const [one, other] = ids;
  if (one === undefined || other === undefined) return names;
  for (const [column, cell] of cells) {
    if (columns[column] !== 'bytea' || cell === null) continue;
    const hash = createHash('sha256').update(bytesOf(cell)).digest('base64');
    names.push(`${one}/${other}/${hash}`, `${other}/${one}/${hash}`);
  }
  return names;
}

/** A blob with what binds it to each place that may be its own: made once, because thousands of keys are tried. */
interface Bound extends Blob {
  readonly header: number;
  readonly bindings: readonly Buffer[];
}

function boundOf(blob: Blob): Bound {
  // The texts of a case name the epoch of their key in two bytes more.
  const header = blob.bytes[0] === 0x02 ? 3 : 1;
  const bindings = blob.rows.map((row) => {
    const named = [blob.table, row, blob.column].flatMap((name) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(name));
      return [length, Buffer.from(name)];
    });
    return Buffer.concat([blob.bytes.subarray(0, header), ...named]);
  });
  return { ...blob, header, bindings };
}

/** Opens a blob with a key in its own place, or gives null. */
function open({ bytes, header, bindings }: Bound, key: Buffer): Buffer | null {
  if (bytes.length < header + NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(header, header + NONCE_BYTES);
  const ciphertext = bytes.subarray(header + NONCE_BYTES);
  const plaintext = Buffer.alloc(ciphertext.length - TAG_BYTES);
  for (const binding of bindings) {
    try {
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext, null, ciphertext, binding, nonce, key);
      return plaintext;
    } catch {
      // Another key, or another place.
    }
  }
  return null;
}

/** Opens a blob that is one sealed box, or several of 32-byte keys one behind the other; or gives null. */
function openBoxes(bytes: Buffer, publicKey: Buffer, privateKey: Buffer): Buffer | null {
  const size = 1 + sodium.crypto_box_SEALBYTES + KEY_BYTES;
  const isRow = bytes.length > 0 && bytes.length % size === 0;
  const boxes = isRow
    ? Array.from({ length: bytes.length / size }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
    : [bytes];
  const secrets = boxes.flatMap((box) => {
    const sealed = box.subarray(1);
    if (sealed.length < sodium.crypto_box_SEALBYTES) return [];
    const secret = Buffer.alloc(sealed.length - sodium.crypto_box_SEALBYTES);
    return sodium.crypto_box_seal_open(secret, sealed, publicKey, privateKey) ? [secret] : [];
  });
  return secrets.length > 0 ? Buffer.concat(secrets) : null;
}

/** What may be a key in what opened: keys of a case stand one behind the other. */
function keysIn(found: Buffer): Buffer[] {
  if (found.length % KEY_BYTES !== 0 || found.length > 8 * KEY_BYTES) return [];
  return Array.from({ length: found.length / KEY_BYTES }, (_, at) =>
    found.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES),
  );
}

/**
 * Names of the blobs that open, in whatever way, with any of the keys. What opens is tried as a key in its turn, itself
 * and what follows from it under each label.
 */
export function opened(
  blobs: readonly Blob[],
  keys: readonly Buffer[],
  labels: readonly string[] = [],
): string[] {
  const names = new Set<string>();
  const tried = new Set<string>();
  const untried = keys.filter((key) => key.length === KEY_BYTES);
  const bound = blobs.map(boundOf);
  const publicKey = Buffer.alloc(KEY_BYTES);
  for (let key = untried.pop(); key; key = untried.pop()) {
    if (tried.has(key.toString('hex'))) continue;
    tried.add(key.toString('hex'));
    sodium.crypto_scalarmult_base(publicKey, key);
    for (const blob of bound) {
      const found = open(blob, key) ?? openBoxes(blob.bytes, publicKey, key);
      if (!found) continue;
      names.add(`${blob.table}.${blob.column}`);
      for (const next of keysIn(found)) untried.push(next, ...labels.map((label) => derive(next, label)));
    }
  }
  return [...names].sort();
}
