import { resolve } from 'node:path';
import { cleanEnv, EnvError } from 'envalid';
import {
  connectionString,
  count,
  mailAddress,
  oneOf,
  organisationName,
  origin,
  originList,
  path,
  port,
  smtpServer,
  type TrustedProxies,
  trustedProxies,
  word,
} from './config-values.ts';
import { StartFault } from './shared/start-fault.ts';

/** The mail server that notices go through. */
export interface MailConfig {
  /** `smtp://` or `smtps://`, with user name and password where the server wants them. */
  readonly smtpUrl: string;
  /** The address that mail comes from. */
  readonly from: string;
}

/** Everything that can be set from outside, checked. Paths are absolute. */
export interface Config {
  /** The given server; null: the program runs its own PostgreSQL in `dataDir`. May point at a pooler. */
  readonly databaseUrl: string | null;
  /** The same server without a pooler, for LISTEN, migrations and advisory locks; null exactly when `databaseUrl` is. */
  readonly databaseDirectUrl: string | null;
  /** Most connections of one process to the database, besides five of its own for locks, wake-ups and jobs. */
  readonly databasePoolSize: number;
  readonly dataDir: string;
  /** Where the 32 bytes of the master secret lie. */
  readonly secretFile: string;
  /** Name of the organisation, written down at the first start. */
  readonly organisationName: string;
  readonly host: string;
  /** Port of the public listener; 0 lets the system choose. */
  readonly port: number;
  /** Port of the staff listener; 0 lets the system choose. */
  readonly staffPort: number;
  readonly listeners: 'both' | 'public' | 'staff';
  /** Origin that reporters type; null: `http://localhost:` and the port that was opened. */
  readonly publicUrl: string | null;
  /** Origin that caseworkers type; null: `http://localhost:` and the port that was opened. */
  readonly staffUrl: string | null;
  /** Further origins whose pages may call the public door. */
  readonly allowedOrigins: readonly string[];
  /** Whose X-Forwarded-For is believed: nobody (false), so many hops, or these addresses. A number counts hops from the right. */
  readonly trustProxy: TrustedProxies;
  /** null: no mail is sent. */
  readonly mail: MailConfig | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly mode: 'production' | 'development' | 'test';
}

/** At least one variable cannot be used. `message` names every one of them, a line each, and repeats no value. */
export class ConfigFaulty extends StartFault {
  override readonly name = 'ConfigFaulty';

  constructor(
    /** One plain sentence for each variable, by its name. */
    readonly faults: Readonly<Record<string, string>>,
  ) {
    const lines = Object.entries(faults).map(([variable, sentence]) => `  ${variable}: ${sentence}`);
    super(
      `The configuration cannot be used:\n${lines.join('\n')}`,
      'Set or remove these environment variables and start again. The README has a table of all of them.',
    );
  }
}

const LOCAL = 'http://localhost';
/** The built-in PostgreSQL lets 200 in, and some of them are for commands and for looking after it. */
const MOST_BUILT_IN = 180;

/**
 * Reads the whole configuration from the environment. An empty variable counts as not set.
 *
 * @throws {ConfigFaulty} naming every variable that cannot be used, in one report.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const faults: Record<string, string> = {};

  const read = cleanEnv(
    given,
    {
      DATABASE_URL: connectionString({ default: undefined }),
      DATABASE_DIRECT_URL: connectionString({ default: undefined }),
      DATABASE_POOL_SIZE: count({ default: 10 }),
      DATA_DIR: path({ default: '.restante' }),
      SECRET_FILE: path({ default: undefined }),
      ORGANISATION_NAME: organisationName({ default: 'Your organisation' }),
      HOST: word({ default: '127.0.0.1' }),
      PORT: port({ default: 4000 }),
      STAFF_PORT: port({ default: 4001 }),
      LISTENERS: oneOf('both', 'public', 'staff')({ default: 'both' }),
      PUBLIC_URL: origin({ default: undefined }),
      STAFF_URL: origin({ default: undefined }),
      ALLOWED_ORIGINS: originList({ default: [] }),
      TRUST_PROXY: trustedProxies({ default: false }),
      SMTP_URL: smtpServer({ default: undefined }),
      MAIL_FROM: mailAddress({ default: undefined }),
      LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent')({ default: 'info' }),
      NODE_ENV: oneOf('production', 'development', 'test')({ default: 'production' }),
    },
    {
      reporter: ({ errors }) => {
        for (const [variable, error] of Object.entries(errors)) {
          faults[variable] = error instanceof EnvError ? error.message : 'This cannot be read.';
        }
      },
    },
  );
  Object.assign(faults, faultsBetween(given, read, faults));
  if (Object.keys(faults).length > 0) throw new ConfigFaulty(faults);

  const dataDir = resolve(read.DATA_DIR);
  return Object.freeze({
    databaseUrl: read.DATABASE_URL ?? null,
    databaseDirectUrl: read.DATABASE_DIRECT_URL ?? read.DATABASE_URL ?? null,
    databasePoolSize: read.DATABASE_POOL_SIZE,
    dataDir,
    secretFile: read.SECRET_FILE ? resolve(read.SECRET_FILE) : resolve(dataDir, 'secret'),
    organisationName: read.ORGANISATION_NAME,
    host: read.HOST,
    port: read.PORT,
    staffPort: read.STAFF_PORT,
    listeners: read.LISTENERS,
    publicUrl: read.PUBLIC_URL ?? null,
    staffUrl: read.STAFF_URL ?? null,
    allowedOrigins: Object.freeze([...read.ALLOWED_ORIGINS]),
    trustProxy: read.TRUST_PROXY,
    mail: read.SMTP_URL && read.MAIL_FROM ? { smtpUrl: read.SMTP_URL, from: read.MAIL_FROM } : null,
    logLevel: read.LOG_LEVEL,
    mode: read.NODE_ENV,
  });
}

/** What some variables say, for the questions that go to two of them. Reading one that was refused throws. */
interface Related {
  readonly DATABASE_POOL_SIZE: number;
  readonly LISTENERS: Config['listeners'];
  readonly PORT: number;
  readonly STAFF_PORT: number;
  readonly PUBLIC_URL: string | undefined;
  readonly STAFF_URL: string | undefined;
}

/** What stands against variables that are good by themselves, but not together. @param faults of single ones. */
function faultsBetween(
  given: Readonly<Record<string, string | undefined>>,
  read: Related,
  faults: Readonly<Record<string, string>>,
): Record<string, string> {
  const between: Record<string, string> = {};
  const areGood = (...variables: (keyof Related)[]) => variables.every((variable) => !faults[variable]);
  if (given['DATABASE_DIRECT_URL'] && !given['DATABASE_URL']) {
    between['DATABASE_DIRECT_URL'] =
      'This says how to go round a pooler, so DATABASE_URL has to be set as well.';
  }
  if (!given['DATABASE_URL'] && areGood('DATABASE_POOL_SIZE') && read.DATABASE_POOL_SIZE > MOST_BUILT_IN) {
    between['DATABASE_POOL_SIZE'] = `The built-in PostgreSQL takes at most ${MOST_BUILT_IN}.`;
  }
  for (const [variable, other] of [
    ['SMTP_URL', 'MAIL_FROM'],
    ['MAIL_FROM', 'SMTP_URL'],
  ] as const) {
    if (!given[variable] && given[other]) between[variable] = `Mail needs this as well as ${other}.`;
  }
  if (
    areGood('LISTENERS', 'PORT', 'STAFF_PORT') &&
    read.LISTENERS === 'both' &&
    read.PORT !== 0 &&
    read.PORT === read.STAFF_PORT
  ) {
    between['STAFF_PORT'] = 'This is the same port as PORT; the two listeners need one each.';
  }
  if (areGood('PUBLIC_URL', 'STAFF_URL') && read.PUBLIC_URL && read.PUBLIC_URL === read.STAFF_URL) {
    between['STAFF_URL'] = 'This is the same address as PUBLIC_URL; reporters and caseworkers need one each.';
  }
  return between;
}

/** The origin that stands in links: the one set, else this machine's own name and a port, or a word in its place. */
export function originOf(configured: string | null, port: number | string): string {
  return configured ?? `${LOCAL}:${port}`;
}
