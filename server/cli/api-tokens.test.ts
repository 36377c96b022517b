import { describe, expect, it } from '@jest/globals';
import { AnalyticsTokenService } from '../analytics/analytics-token.service.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { systemClock } from '../shared/clock.ts';
import { useTestServer } from '../testing/test-server.ts';
import { listTokens, makeToken, revokeToken } from './api-tokens.ts';

const SECRET = /^rst_an_[\w-]{43}$/;

describe('API tokens by command', () => {
  const lab = useTestServer();
  const installation = () => ({
    dataSource: lab.dataSource,
    secrets: DeploymentSecrets.fromMaster(lab.master),
  });
  const isKnown = async (secret: string) => {
    const { dataSource, secrets } = installation();
    const audit = new AuditService(secrets, systemClock);
    return (await new AnalyticsTokenService(dataSource, systemClock, audit).identify(secret)) !== null;
  };

  it('are made, listed without their secret, and revoked, each in the audit log', async () => {
    expect(await listTokens(installation())).toEqual(['There is no API token.']);

    const made = await makeToken(installation(), 'Yearly figures', 30);
    const [secret = '', told = ''] = made.lines;
    const id = /Its id is (\S+)\.$/.exec(told)?.[1] ?? '';
    expect(made.isDone).toBe(true);
    expect(secret).toMatch(SECRET);
    expect(await isKnown(secret)).toBe(true);
    expect(await listTokens(installation())).toEqual([
      expect.stringMatching(new RegExp(`^${id}  until \\d{4}-\\d\\d-\\d\\d +Yearly figures$`)),
    ]);

    expect(await revokeToken(installation(), id.toUpperCase())).toEqual({
      isDone: true,
      lines: ['“Yearly figures” is refused from now on.'],
    });
    expect(await isKnown(secret)).toBe(false);
    expect(await listTokens(installation())).toEqual([
      expect.stringMatching(/ {2}revoked .*Yearly figures$/),
    ]);
    expect(
      await lab.dataSource.query('SELECT actor, act, object FROM audit_entry ORDER BY position'),
    ).toEqual([
      { actor: 'OPERATOR', act: 'API_TOKEN_MADE', object: 'Yearly figures' },
      { actor: 'OPERATOR', act: 'API_TOKEN_ENDED', object: 'Yearly figures' },
    ]);
  });

  it('stand in one line each, whatever they are called', async () => {
    await makeToken(installation(), 'Yearly\nfigures', 30);

    expect(await listTokens(installation())).toEqual([expect.stringMatching(/ Yearly figures$/)]);
  });

  it.each([
    ['no name', '  ', 30],
    ['no day', 'Figures', 0],
    ['more than two years', 'Figures', 731],
  ])('are not made with %s', async (_, name, days) => {
    const { isDone, lines } = await makeToken(installation(), name, days);

    expect(isDone).toBe(false);
    expect(lines.join()).toContain('Nothing was made.');
    expect(await listTokens(installation())).toEqual(['There is no API token.']);
  });

  it.each(['', 'nonsense', '00000000-0000-4000-8000-000000000000'])(
    'are not revoked under an id that none has (%j)',
    async (id) => {
      expect(await revokeToken(installation(), id)).toMatchObject({ isDone: false });
    },
  );
});
