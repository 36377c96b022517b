import { describe, expect, it } from '@jest/globals';
import { type BreakingPoint, useDatabaseProxies } from '../testing/database-proxy.ts';
import { ACCEPT, ME, SIGN_IN } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { PASSWORD } from '../testing/seed.ts';
import { useTestServer } from '../testing/test-server.ts';

const NEWCOMER = { name: 'Morgan Ellis', email: 'morgan@example.ac.uk', password: PASSWORD };

describe('acceptInvitation', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  function firstToken(): string {
    const link = lab.app.firstAdministratorLink;
    if (!link || !('url' in link)) throw new Error('There is no link');
    return link.url.split('#')[1] ?? '';
  }

  const accept = (token: unknown, change: object = {}) => ({ input: { token, ...NEWCOMER, ...change } });

  const people = async () => await lab.dataSource.query<unknown[]>('SELECT email FROM caseworker');

  it('makes a caseworker and administrator of whoever holds the first link, signed in, with a recovery key', async () => {
    const client = lab.stranger();

    const outcome = await client.outcome(ACCEPT, accept(firstToken(), { name: ' Morgan Ellis\r\n' }));

    const caseworker = {
      id: expect.any(String),
      name: 'Morgan Ellis',
      email: 'morgan@example.ac.uk',
      roles: ['ADMINISTRATOR', 'CASEWORKER'],
    };
    expect(outcome).toEqual({
      __typename: 'Welcome',
      caseworker,
      recoveryKey: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){8}$/),
    });
    expect(await client.data(ME)).toEqual({ me: caseworker });
    expect([...client.cookies.keys()]).toEqual(['__Host-staff']);
  });

  it('works once', async () => {
    const token = firstToken();
    await lab.stranger().outcome(ACCEPT, accept(token));

    const outcome = await lab.stranger().outcome(ACCEPT, accept(token, { email: 'other@example.ac.uk' }));

    expect(outcome).toEqual({ __typename: 'InvitationRefused', message: expect.any(String) });
    expect(await people()).toHaveLength(1);
  });

  it('makes one person when two accept at the same moment, in two processes', async () => {
    const second = await openSecond();
    const token = firstToken();

    const outcomes = await Promise.all([
      lab.stranger().outcome(ACCEPT, accept(token)),
      second.stranger().outcome(ACCEPT, accept(token, { email: 'other@example.ac.uk' })),
    ]);

    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['InvitationRefused', 'Welcome']);
    expect(await people()).toHaveLength(1);
  });

  it('is refused after 24 hours', async () => {
    const token = firstToken();

    lab.clock.advance(24 * 3_600_000 + 1_000);

    expect(await lab.stranger().outcome(ACCEPT, accept(token))).toMatchObject({
      __typename: 'InvitationRefused',
    });
    expect(await people()).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a token that never was', 'A'.repeat(43)],
    ['a zero byte', '\u0000'],
  ])('refuses %s as it refuses a used and an expired one, in the same bytes', async (_, token) => {
    const used = firstToken();
    await lab.stranger().outcome(ACCEPT, accept(used));
    const expired = await lab.seed.invitation(null, -1);
    const ask = async (each: string) =>
      (await lab.stranger().post({ query: ACCEPT, variables: accept(each) })).text();

    const answers = [await ask(token), await ask(used), await ask(expired)];

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('InvitationRefused');
  });

  it.each<[string, object, string]>([
    ['a short password', { password: 'otter violin m' }, 'WeakPassword'],
    ['a long password', { password: 'otter violin '.repeat(11) }, 'WeakPassword'],
    ['a common password', { password: 'password1234567' }, 'WeakPassword'],
    ['one letter again and again', { password: 'aaaaaaaaaaaaaaaaaaaa' }, 'WeakPassword'],
    ['a password made of the name', { password: 'Morgan-Ellis-2026' }, 'WeakPassword'],
    ['no mail address', { email: null }, 'InvitationRefused'],
    ['half a mail address', { email: 'morgan@' }, 'InvitationRefused'],
    ['a mail address with a zero byte', { email: 'mor\u0000gan@example.ac.uk' }, 'InvitationRefused'],
    ['no name', { name: ' ' }, 'InvitationRefused'],
    ['a name of 101 characters', { name: 'ö'.repeat(101) }, 'InvitationRefused'],
  ])('says what is wrong with %s, without an Argon2 run; the link still works', async (_, change, answer) => {
    const token = firstToken();

    const refused = await lab.stranger().outcome(ACCEPT, accept(token, change));
    const argon2Runs = lab.argon2Runs();
    const welcome = await lab.stranger().outcome(ACCEPT, accept(token));

    expect(refused).toEqual({ __typename: answer, message: expect.any(String) });
    expect(argon2Runs).toBe(0);
    expect(welcome.__typename).toBe('Welcome');
  });

  it.each<[string, object]>([
    ['a password of another type', { password: 7 }],
    ['no password', { password: null }],
    ['a name past every bound', { name: 'x'.repeat(1_001) }],
  ])('refuses %s as BAD_USER_INPUT', async (_, change) => {
    expect(await lab.stranger().errorCodes(ACCEPT, accept(firstToken(), change))).toEqual(['BAD_USER_INPUT']);
  });

  it('takes the address that the invitation carries, whatever the newcomer says', async () => {
    await lab.seed.firstAdministrator();
    const token = await lab.seed.invitation('noor@example.ac.uk');

    const outcome = await lab.stranger().outcome(ACCEPT, accept(token, { name: 'Noor Haddad' }));

    expect(outcome).toMatchObject({ caseworker: { email: 'noor@example.ac.uk', roles: ['CASEWORKER'] } });
  });

  it('refuses an address that a colleague has already, in other letters too; the link still works', async () => {
    await lab.seed.firstAdministrator();
    const token = await lab.seed.invitation();

    const taken = await lab.stranger().outcome(ACCEPT, accept(token, { email: 'MORGAN@EXAMPLE.AC.UK' }));
    const free = await lab.stranger().outcome(ACCEPT, accept(token, { email: 'free@example.ac.uk' }));

    expect([taken.__typename, free.__typename]).toEqual(['InvitationRefused', 'Welcome']);
  });

  it('draws no second first link, in another process and after a restart', async () => {
    const second = await openSecond();
    await lab.seed.firstAdministrator();
    const third = await openSecond();

    expect(second.app.firstAdministratorLink).toEqual({ workingUntil: expect.any(Date) });
    expect(third.app.firstAdministratorLink).toBeNull();
  });

  it.each<[BreakingPoint, RegExp]>([
    ['before', /^UPDATE invitation/],
    ['after', /^UPDATE invitation/],
    ['before', /^COMMIT/],
  ])('leaves the link as it was when the connection breaks %s %p', async (point, statement) => {
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).stranger();
    const broke = database.breakAt(statement, point);

    const first = await client.outcome(ACCEPT, accept(firstToken()));
    await broke;
    const again = await client.outcome(ACCEPT, accept(firstToken()));

    expect([first.__typename, again.__typename]).toEqual(['ServiceBusy', 'Welcome']);
    expect(await people()).toHaveLength(1);
  });

  it('lets in whoever lost the answer, with the password that they chose', async () => {
    const database = await openProxy(lab.databaseUrl);
    const client = (await openSecond({ url: database.url })).stranger();
    const broke = database.breakAt(/^COMMIT/, 'after');

    const lost = await client.outcome(ACCEPT, accept(firstToken()));
    await broke;
    const input = { email: NEWCOMER.email, password: NEWCOMER.password };

    expect(lost.__typename).toBe('ServiceBusy');
    expect(await client.outcome(SIGN_IN, { input })).toMatchObject({ __typename: 'StaffSession' });
  });
});
