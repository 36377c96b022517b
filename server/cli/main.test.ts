import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { runningEngineUrl } from '../database/embedded-engine.ts';
import { LINK_OFFER } from '../testing/account-operations.ts';
import { type Child, startChild } from '../testing/child.ts';
import { readDocument, tableUnder, unquoted } from '../testing/docs/markdown.ts';
import { openServer } from '../testing/server-child.ts';
import { useDataDir } from '../testing/temporary-folder.ts';
import { asOwner } from '../testing/test-database.ts';

jest.setTimeout(90_000); // 90 seconds: a database is created

const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'server', 'cli', 'main.js');

describe('npm run admin', () => {
  const dataDir = useDataDir();

  function admin(args: string[], env: Record<string, string> = {}): Child {
    const { PATH = '', TMPDIR = '' } = process.env;
    const given = { PATH, ...(TMPDIR ? { TMPDIR } : {}), DATA_DIR: dataDir.path, ...env };
    return startChild([PROGRAM, ...args], { env: given });
  }

  async function offerOf(staffUrl: string, token = ''): Promise<unknown> {
    const answer = await fetch(new URL('/graphql', staffUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LINK_OFFER, variables: { token } }),
    });
    const { data } = (await answer.json()) as { data: unknown };
    return data;
  }

  it('ends the link that was printed before when it draws another', async () => {
    const { child: server, staffUrl } = await openServer({ DATA_DIR: dataDir.path });
    const [, first] = await server.says(/welcome#(\S+)/);

    const [, second] = await admin(['invite-administrator'], { STAFF_URL: staffUrl }).says(/welcome#(\S+)/);

    const offers = await Promise.all([first, second].map((token) => offerOf(staffUrl, token)));
    expect(offers).toEqual([{ linkOffer: null }, { linkOffer: { email: null, isReset: false } }]);
    server.kill('SIGTERM');
    await server.ended;
  });

  it('invites and checks beside a running server, and without one, and says what was changed', async () => {
    const { child: server, staffUrl } = await openServer({ DATA_DIR: dataDir.path });
    const inviting = admin(['invite-administrator'], { STAFF_URL: staffUrl });
    expect(await inviting.ended).toBe(0);
    expect(inviting.out()).toMatch(new RegExp(`^${staffUrl}/welcome#\\S+\\nIt works once`));

    const beside = admin(['verify-audit']);
    expect(await beside.ended).toBe(0);
    expect(beside.err()).toBe('Checking the audit log … 100 %\n');
    const [, hash = ''] =
      /as it was written: 1 entries\.\nIt ends now at 1 ([0-9a-f]{64})\n/.exec(beside.out()) ?? [];
    expect(await admin(['verify-audit', '--head', hash.slice(0, 16)]).ended).toBe(0);
    const other = admin(['verify-audit', '--head', 'ab'.repeat(32)]);
    expect(await other.ended).toBe(2);
    expect(other.out()).toContain('never reaches the hash that was noted');

    const making = admin(['make-token', 'Yearly figures']);
    expect(await making.ended).toBe(0);
    expect(making.out()).toMatch(/^rst_an_\S+\nIt works until /);
    const unknown = admin(['revoke-token', 'nonsense']);
    expect(await unknown.ended).toBe(1);
    expect([unknown.out(), unknown.err()]).toEqual(['', expect.stringMatching(/^No API token has this id/)]);

    const url = (await runningEngineUrl(dataDir.path)) ?? '';
    await asOwner(url, (client) => client.query("UPDATE audit_entry SET act = 'JOINED'"));
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const alone = admin(['verify-audit']);
    expect(await alone.ended).toBe(2);
    expect(alone.out()).toBe(
      'The audit log is not as it was written. Position 1: something of this entry is not as it was written.\n',
    );
    expect(await runningEngineUrl(dataDir.path)).toBeNull();
  });

  it('creates nothing where no installation is', async () => {
    const child = admin(['verify-audit']);

    expect(await child.ended).toBe(1);
    expect(child.err()).toMatch(/^There is no master secret in .*\nRun this with the same/);
    expect(existsSync(dataDir.path)).toBe(false);
  });

  it.each([
    ['an unknown command', ['destroy']],
    ['a hash that is none', ['verify-audit', '--head', 'xyz']],
  ])('refuses %s', async (_, args) => {
    const child = admin(args);

    expect(await child.ended).toBe(1);
    expect(child.err()).toMatch(/^error: /);
    expect(child.out()).toBe('');
  });

  it('shows each variable of the README as it is used, without anything secret', async () => {
    const child = admin(['config'], {
      DATABASE_URL: 'postgresql://keeper:hunter2@db.example.org:6432/restante?sslpassword=hunter3',
      SMTP_URL: 'smtp://keeper:hunter4@mail.example.org:587',
      MAIL_FROM: 'notices@example.org',
    });

    expect(await child.ended).toBe(0);
    expect(child.out()).toContain(
      'DATABASE_URL: postgresql://(hidden)@db.example.org:6432/restante?(hidden)\n',
    );
    expect(child.out()).toContain(
      'SMTP_URL: smtp://(hidden)@mail.example.org:587\nMAIL_FROM: notices@example.org\n',
    );
    expect(child.out()).not.toMatch(/keeper|hunter/);
    const table = tableUnder(await readDocument('README.md'), 'variable', 'default', 'meaning');
    expect(child.out().match(/^[A-Z_]+(?=: )/gm)).toEqual(
      table.map(({ variable = '' }) => unquoted(variable)),
    );
    expect(child.out()).toContain('STAFF_PORT: 4001\n');
  });
});
