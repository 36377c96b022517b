import type { Config } from '../config.ts';

const NOT_SET = '(not set)';
const HIDDEN = '(hidden)';

/** The configuration in lines for a person: each variable as it is used, of an address of a server only where it leads. */
export function maskedConfig(config: Config): string[] {
  const used: Record<string, string> = {
    DATABASE_URL: withoutSecrets(config.databaseUrl),
    DATABASE_DIRECT_URL: withoutSecrets(config.databaseDirectUrl),
    DATABASE_POOL_SIZE: String(config.databasePoolSize),
    DATA_DIR: config.dataDir,
    SECRET_FILE: config.secretFile,
    ORGANISATION_NAME: config.organisationName,
    HOST: config.host,
    PORT: String(config.port),
    STAFF_PORT: String(config.staffPort),
    LISTENERS: config.listeners,
    PUBLIC_URL: config.publicUrl ?? NOT_SET,
    STAFF_URL: config.staffUrl ?? NOT_SET,
    ALLOWED_ORIGINS: config.allowedOrigins.join(', ') || 'none',
    TRUST_PROXY: config.trustProxy === false ? 'off' : String(config.trustProxy),
    SMTP_URL: withoutSecrets(config.mail?.smtpUrl ?? null),
    MAIL_FROM: config.mail?.from ?? NOT_SET,
    LOG_LEVEL: config.logLevel,
    NODE_ENV: config.mode,
  };
  return Object.entries(used).map(([variable, value]) => `${variable}: ${value}`);
}

/** User name, password and options are left out: PostgreSQL takes a password among the options, too. */
function withoutSecrets(url: string | null): string {
  if (url === null) return NOT_SET;
  if (!URL.canParse(url)) return HIDDEN;
  const { protocol, host, pathname, username, password, search } = new URL(url);
  const isMore = Boolean(username || password);
  return `${protocol}//${isMore ? `${HIDDEN}@` : ''}${host}${pathname}${search ? `?${HIDDEN}` : ''}`;
}
