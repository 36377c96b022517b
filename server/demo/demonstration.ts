import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type App, openApp } from '../app.ts';
import type { Config } from '../config.ts';
import { hashSessionToken, newSessionToken } from '../crypto/session-token.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { Log } from '../shared/log.ts';
import { StartFault } from '../shared/start-fault.ts';
import { StaffRole } from '../staff/staff-role.type.ts';
import { DemoClock } from './demo-clock.ts';
import { DoorClient } from './door-client.ts';
import { ACCEPT_INVITATION, NEED_NO_SECOND_FACTOR } from './operations.ts';
import { type Colleague, Story } from './story.ts';

/** Somebody whom the demonstration can be entered as. */
export interface DemoLogIn {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What there is to tell whoever started it. */
export interface Demonstration {
  readonly logIns: readonly DemoLogIn[];
  /** Opens one conversation, from the reporter's side. Kept nowhere. */
  readonly code: string;
}

/** What the demonstration is made on. */
export interface DemonstrationParts {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly wakeUp: WakeUp;
  readonly master: Buffer;
  readonly log: Log;
  readonly present: Date;
}

/** Names under a top-level domain that is never given out. */
const COLLEAGUES = [
  { name: 'Morgan Ellis', email: 'morgan@ashdown-vale.example' },
  { name: 'Noor Haddad', email: 'noor@ashdown-vale.example' },
] as const;

/** A way of filling the tables anew; those of migrations and of the master secret stay. */
const INVENTED_TABLES = [
  'organisation',
  'caseworker',
  'invitation',
  'staff_policy',
  'team',
  'case_file',
  'idempotency',
  'reply_template',
];

/** The database belongs to an installation that is in use. */
export class NotADemonstration extends StartFault {
  override readonly name = 'NotADemonstration';

  constructor() {
    super(
      'This database belongs to a real installation, so no demonstration is made in it.',
      'Start the demonstration without DATABASE_URL, DATA_DIR and SECRET_FILE: it keeps to a folder of its own.',
    );
  }
}

/**
 * Makes a demonstration: an invented organisation, two caseworkers and so many reports, all through the doors.
 *
 * One that was broken off is begun anew.
 *
 * @param told hears after each report how many there are.
 * @throws {NotADemonstration} somebody uses this database already.
 */
export async function makeDemonstration(
  parts: DemonstrationParts,
  count: number,
  told: (done: number) => void,
): Promise<Demonstration> {
  await clear(parts.dataSource);
  const clock = new DemoClock(parts.present);
  const unlimited = { take: () => null };
  const app = await openApp({ ...parts, clock, pagesFolder: null, budgets: unlimited });
  try {
    await parts.dataSource.query('UPDATE organisation SET is_demonstration = true');
    const logIns = COLLEAGUES.map((person) => ({ ...person, password: drawPassword() }));
    const [morgan, noor] = logIns as [DemoLogIn, DemoLogIn];
    const first = await join(app, firstToken(app), morgan);
    // Whoever tries the demonstration has a password to paste, and no authenticator that knows these two.
    await first.client.ask(NEED_NO_SECOND_FACTOR, {}, null);
    const second = await join(app, await invite(parts.dataSource, parts.present), noor);
    const colleagues: [Colleague, Colleague] = [first, second];
    const story = new Story({ clock, publicUrl: app.publicUrl ?? '', colleagues });
    return { logIns, code: await story.tell(count, told) };
  } finally {
    await app.close();
  }
}

/** Refuses a database that is in use, and empties one that an earlier demonstration was begun in. */
async function clear(dataSource: DataSource): Promise<void> {
  await inTransaction(dataSource, async (manager) => {
    const [used] = await manager.query<{ is_demonstration: boolean | null; is_used: boolean }[]>(
      `SELECT (SELECT is_demonstration FROM organisation) AS is_demonstration,
              EXISTS (SELECT FROM caseworker) OR EXISTS (SELECT FROM case_file) AS is_used`,
    );
    if (used?.is_used && !used.is_demonstration) throw new NotADemonstration();
    await manager.query(`TRUNCATE ${INVENTED_TABLES.join(', ')} CASCADE`);
  });
}

/** 80 random bits in words of a shape that nobody mistypes. */
function drawPassword(): string {
  return (randomBytes(10).toString('hex').match(/.{5}/g) ?? []).join('-');
}

function firstToken(app: App): string {
  const link = app.firstAdministratorLink;
  if (!link || !('url' in link)) throw new TypeError('An empty installation has a link');
  return link.url.split('#')[1] ?? '';
}

async function invite(dataSource: DataSource, present: Date): Promise<string> {
  const token = newSessionToken();
  await dataSource.query('INSERT INTO invitation (token_hash, roles, works_until) VALUES ($1, $2, $3)', [
    hashSessionToken(token),
    [StaffRole.CASEWORKER],
    new Date(present.getTime() + 3_600_000),
  ]);
  return token;
}

async function join(app: App, token: string, person: DemoLogIn): Promise<Colleague> {
  const client = new DoorClient(app.staffUrl ?? '');
  const welcome = await client.ask(ACCEPT_INVITATION, { input: { token, ...person } }, 'Welcome');
  return { id: (welcome['caseworker'] as { id: string }).id, client };
}
