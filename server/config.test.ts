import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigFaulty, originOf, readConfig } from './config.ts';

describe('readConfig', () => {
  const faultsOf = (env: NodeJS.ProcessEnv): Readonly<Record<string, string>> => {
    try {
      readConfig(env);
    } catch (error) {
      if (error instanceof ConfigFaulty) return error.faults;
      throw error;
    }
    return {};
  };

  it('works with nothing set', () => {
    const config = readConfig({});

    expect(config).toEqual({
      databaseUrl: null,
      databaseDirectUrl: null,
      databasePoolSize: 10,
      dataDir: resolve('.restante'),
      secretFile: resolve('.restante', 'secret'),
      organisationName: 'Your organisation',
      host: '127.0.0.1',
      port: 4000,
      staffPort: 4001,
      listeners: 'both',
      publicUrl: null,
      staffUrl: null,
      allowedOrigins: [],
      trustProxy: false,
      logLevel: 'info',
      mail: null,
      mode: 'production',
    });
  });

  it('cannot be changed by whoever reads it', () => {
    const config = readConfig({ ALLOWED_ORIGINS: 'https://a.example' });

    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.allowedOrigins)).toBe(true);
  });

  it('takes an empty variable as not set, as container tools pass them', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: ' ', TRUST_PROXY: '' });

    expect(config).toEqual(readConfig({}));
  });

  it('names every variable that cannot be used in one report', () => {
    const faults = faultsOf({
      DATABASE_URL: 'mysql://root:canary@host/db',
      DATABASE_DIRECT_URL: 'canary',
      DATABASE_POOL_SIZE: 'canary',
      PORT: '70000',
      STAFF_PORT: '-1',
      LISTENERS: 'canary',
      PUBLIC_URL: 'canary',
      STAFF_URL: 'https://canary.example/path',
      ALLOWED_ORIGINS: 'https://a.example, canary',
      TRUST_PROXY: 'canary',
      LOG_LEVEL: 'canary',
      SMTP_URL: 'smtp://canary.example/path',
      MAIL_FROM: 'canary',
      NODE_ENV: 'canary',
      ORGANISATION_NAME: 'two\nlines canary',
    });

    expect(Object.keys(faults).sort()).toEqual([
      'ALLOWED_ORIGINS',
      'DATABASE_DIRECT_URL',
      'DATABASE_POOL_SIZE',
      'DATABASE_URL',
      'LISTENERS',
      'LOG_LEVEL',
      'MAIL_FROM',
      'NODE_ENV',
      'ORGANISATION_NAME',
      'PORT',
      'PUBLIC_URL',
      'SMTP_URL',
      'STAFF_PORT',
      'STAFF_URL',
      'TRUST_PROXY',
    ]);
    expect(JSON.stringify(faults)).not.toContain('canary');
    expect(new ConfigFaulty(faults).message).toContain(
      '\n  PORT: This has to be a whole number from 0 to 65535.\n',
    );
  });

  it.each([
    [
      'a direct address without the other',
      { DATABASE_DIRECT_URL: 'postgresql://h/d' },
      'DATABASE_DIRECT_URL',
    ],
    ['one port for two listeners', { PORT: '4100', STAFF_PORT: '4100' }, 'STAFF_PORT'],
    ['an address without a database', { DATABASE_URL: 'postgresql://user@host' }, 'DATABASE_URL'],
    [
      'a public address that browsers keep no session for',
      { PUBLIC_URL: 'http://report.example.org' },
      'PUBLIC_URL',
    ],
    [
      'a password of the database that is not written as addresses write it',
      { DATABASE_URL: 'postgresql://user:100%@host/db' },
      'DATABASE_URL',
    ],
    [
      'one address for reporters and caseworkers',
      { PUBLIC_URL: 'https://one.example.org', STAFF_URL: 'https://One.example.org/' },
      'STAFF_URL',
    ],
    ['an address with a user name', { STAFF_URL: 'https://user@staff.example.org' }, 'STAFF_URL'],
    ['a network that is none', { TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY'],
    ['more proxies than there can be', { TRUST_PROXY: '17' }, 'TRUST_PROXY'],
    [
      'a pool too small for one transaction beside another',
      { DATABASE_POOL_SIZE: '1' },
      'DATABASE_POOL_SIZE',
    ],
    [
      'a pool larger than the built-in PostgreSQL lets in',
      { DATABASE_POOL_SIZE: '181' },
      'DATABASE_POOL_SIZE',
    ],
    ['a name longer than the dashboard takes', { ORGANISATION_NAME: 'n'.repeat(101) }, 'ORGANISATION_NAME'],
    ['a port with a fraction', { PORT: '4000.5' }, 'PORT'],
    ['a mail server without a sender', { SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM'],
    ['a sender without a mail server', { MAIL_FROM: 'notices@example.org' }, 'SMTP_URL'],
    [
      'a mail server that is a web server',
      { SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'notices@example.org' },
      'SMTP_URL',
    ],
    [
      'a password that is not written as addresses write it',
      { SMTP_URL: 'smtp://user:100%@mail.example.org', MAIL_FROM: 'notices@example.org' },
      'SMTP_URL',
    ],
    [
      'a sender with a line end',
      { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'a@example.org\nBcc: b@example.org' },
      'MAIL_FROM',
    ],
  ])('refuses %s', (_, env, variable) => {
    expect(Object.keys(faultsOf(env))).toEqual([variable]);
  });

  it('takes a mail server and a sender together', () => {
    const { mail } = readConfig({
      SMTP_URL: 'smtp://u:p%40@mail.example.org:2525',
      MAIL_FROM: 'n@example.org',
    });

    expect(mail).toEqual({ smtpUrl: 'smtp://u:p%40@mail.example.org:2525', from: 'n@example.org' });
  });

  it('lets one process with one listener use the port of the other', () => {
    const config = readConfig({ LISTENERS: 'public', PORT: '4001' });

    expect([config.listeners, config.port]).toEqual(['public', 4001]);
  });

  it('lets the system choose both ports', () => {
    const config = readConfig({ PORT: '0', STAFF_PORT: '0' });

    expect([config.port, config.staffPort]).toEqual([0, 0]);
  });

  it('takes a large pool to a given server', () => {
    const config = readConfig({ DATABASE_POOL_SIZE: '500', DATABASE_URL: 'postgres://u:p@h:5432/d' });

    expect(config.databasePoolSize).toBe(500);
  });

  it('keeps spaces in paths', () => {
    const config = readConfig({ DATA_DIR: '/srv/our data', SECRET_FILE: '/run/our secrets/master' });

    expect([config.dataDir, config.secretFile]).toEqual(['/srv/our data', '/run/our secrets/master']);
  });

  it('takes the given server for direct use where no other address is set', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://u:p@h:5432/d' });

    expect(config.databaseDirectUrl).toBe('postgres://u:p@h:5432/d');
  });

  it.each([
    ['off', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.1, 192.168.0.0/16, ::1, loopback', ['10.0.0.1', '192.168.0.0/16', '::1', 'loopback']],
  ])('reads TRUST_PROXY=%s', (given, read) => {
    expect(readConfig({ TRUST_PROXY: given }).trustProxy).toEqual(read);
  });

  it.each([
    ['https://Report.Example.org/', 'https://report.example.org'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://abcdefghijklmnop.onion', 'http://abcdefghijklmnop.onion'],
  ])('reads PUBLIC_URL=%s as an origin', (given, read) => {
    expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(read);
  });
});

describe('originOf', () => {
  it('falls back to this machine and the port that was opened', () => {
    expect(originOf(null, 41_234)).toBe('http://localhost:41234');
    expect(originOf('https://report.example.org', 4000)).toBe('https://report.example.org');
  });
});
