import { describe, expect, it } from '@jest/globals';
import { CHANGE_HOURS, SERVICE_HOURS } from '../testing/casework-operations.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

const TO_CHECK = 'query { settingsToCheck }';
const CONFIRM = `mutation($setting: SettingToCheck!) {
  confirmSetting(setting: $setting) { __typename ... on SettingConfirmed { settingsToCheck } } }`;
const LOG =
  'query { auditLog(filter: { act: SETTING_CONFIRMED }) { entries { personName details { value } } } }';

describe('settings that came with the program', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  const toCheck = async (by: GraphQLClient) =>
    (await by.data<{ settingsToCheck: string[] }>(TO_CHECK)).settingsToCheck;

  it('are to be checked until an administrator changes or confirms them', async () => {
    const morgan = await lab.seed.firstAdministrator();
    expect(await toCheck(morgan)).toEqual(['WORDING', 'SUPPORT_SERVICES', 'REPLY_TIMES']);

    const outcome = await morgan.outcome(CONFIRM, { setting: 'SUPPORT_SERVICES' });
    expect(outcome).toEqual({ __typename: 'SettingConfirmed', settingsToCheck: ['WORDING', 'REPLY_TIMES'] });

    const { serviceHours } = await morgan.data<{ serviceHours: object }>(SERVICE_HOURS);
    await morgan.outcome(CHANGE_HOURS, { input: { ...serviceHours, targetWorkingDays: 5 } });
    expect(await toCheck(morgan)).toEqual(['WORDING']);
  });

  it('are confirmed once, also when it is said ten times at the same time', async () => {
    const morgan = await lab.seed.firstAdministrator();

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => morgan.outcome(CONFIRM, { setting: 'WORDING' })),
    );

    const confirmed = {
      __typename: 'SettingConfirmed',
      settingsToCheck: ['SUPPORT_SERVICES', 'REPLY_TIMES'],
    };
    expect(outcomes).toEqual(Array(10).fill(confirmed));
    const { auditLog } = await morgan.data<{ auditLog: { entries: object[] } }>(LOG);
    expect(auditLog.entries).toEqual([{ personName: 'Morgan Ellis', details: [{ value: 'WORDING' }] }]);
  });

  it.each([
    ['before its end, so that nothing is confirmed', 'before', 3],
    ['after its end, so that only the answer is lost', 'after', 2],
  ] as const)('are to be confirmed again where the database goes away %s', async (_, point, left) => {
    const morgan = await lab.seed.firstAdministrator();
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const client = server.stranger();
    for (const [name, value] of morgan.cookies) client.cookies.set(name, value);
    const broke = database.breakAt(/^COMMIT/, point);

    const interrupted = await client.outcome(CONFIRM, { setting: 'WORDING' });
    await broke;

    expect(interrupted['__typename']).toBe('ServiceBusy');
    expect(await toCheck(morgan)).toHaveLength(left);
    const again = await client.outcome(CONFIRM, { setting: 'WORDING' });
    expect(again).toMatchObject({ settingsToCheck: ['SUPPORT_SERVICES', 'REPLY_TIMES'] });
  });
});
