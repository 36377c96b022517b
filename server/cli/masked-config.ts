import type { Config } from '../config.ts';

const HIDDEN = '(hidden)';

/** The configuration in lines for a person: each setting as it is used, of an address of a database only where it leads. */
export function maskedConfig(config: Config): string[] {
  return Object.entries(config).map(([name, value]) => `${name}: ${shown(name, value)}`);
}

function shown(name: string, value: unknown): string {
  if (value === null) return '(not set)';
  if (name === 'databaseUrl' || name === 'databaseDirectUrl') return withoutSecrets(String(value));
  if (name === 'mail') return mailShown(value);
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : '(none)';
  return String(value);
}

function mailShown(mail: unknown): string {
  const { smtpUrl, from } = mail as NonNullable<Config['mail']>;
  return `${withoutSecrets(smtpUrl)} from ${from}`;
}

/** User name, password and options are left out: PostgreSQL takes a password among the options, too. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return HIDDEN;
  const { protocol, host, pathname, username, password, search } = new URL(url);
  const isMore = Boolean(username || password);
  return `${protocol}//${isMore ? `${HIDDEN}@` : ''}${host}${pathname}${search ? `?${HIDDEN}` : ''}`;
}
