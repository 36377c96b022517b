import { describe, expect, it } from '@jest/globals';
import { addDays, dayIn } from '../shared/day.ts';
import { CHANGE_HOURS, SERVICE_HOURS } from '../testing/casework-operations.ts';
import { eventually } from '../testing/eventually.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

const PROBLEM = '... on InvalidSettings { faults { field message } } ... on Problem { message }';
const WORDING =
  'query { wording { version name locales exitAddress onionAddress words { part locale text } } }';
const CHANGE_WORDING = `mutation($input: ChangeWordingInput!) { changeWording(input: $input) { __typename ${PROBLEM} } }`;
const SUPPORT =
  'query { supportLists { version lists { locale services { name description phone url openingHours } } } }';
const CHANGE_SUPPORT = `mutation($input: ChangeSupportServicesInput!) {
  changeSupportServices(input: $input) { __typename ${PROBLEM} } }`;
const OPENNESS = 'query { openness { version isOpen reasons { locale text } } }';
const CHANGE_OPENNESS = `mutation($input: ChangeOpennessInput!) { changeOpenness(input: $input) { __typename ${PROBLEM} } }`;
const PUBLIC = `query($locale: String) { organisation(locale: $locale) { name locale locales emergencyAdvice responseTarget
  exitAddress onionAddress isOpen acceptsReports words { part locale text } closedReason { locale text }
  closure { from to reason { locale text } } supportServices { name locale url } } }`;

type Settings = Record<string, unknown> & { version: string };
interface Words {
  readonly part: string;
  readonly locale: string;
  readonly text: string;
}

describe('the settings of the organisation', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const read = async (by: GraphQLClient, query: string) =>
    Object.values(await by.data<Record<string, Settings>>(query))[0] as Settings;
  const told = async (by = lab.anyone(), locale = 'en') =>
    // biome-ignore lint/suspicious/noExplicitAny: an answer is what it is
    (await by.data<{ organisation: any }>(PUBLIC, { locale })).organisation;
  const change = async (by: GraphQLClient, part: object) =>
    by.outcome(CHANGE_WORDING, { input: { ...(await read(by, WORDING)), ...part } });
  const close = async (by: GraphQLClient, reasons = [{ locale: 'en', text: 'We are moving.' }]) =>
    by.outcome(CHANGE_OPENNESS, {
      input: { version: (await read(by, OPENNESS)).version, isOpen: false, reasons },
    });

  it('are what everybody is told, in every process, within a moment', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const second = await openSecond();
    const advice = { part: 'EMERGENCY_ADVICE', locale: 'cy', text: 'Ffoniwch 112.' };

    const outcome = await change(morgan, {
      name: ' The  College ',
      locales: ['cy', 'en'],
      exitAddress: 'https://www.example.org/news',
      onionAddress: `http://${'a'.repeat(56)}.onion`,
      words: [advice, { part: 'PORTAL_TITLE', locale: 'en', text: 'Notes' }],
    });

    expect(outcome).toEqual({ __typename: 'WordingChanged' });
    const expected = {
      name: 'The College',
      locales: ['cy', 'en'],
      exitAddress: 'https://www.example.org/news',
    };
    expect(await told()).toMatchObject(expected);
    await eventually(async () => (await told(second.anyone())).name === 'The College');
    expect(await told(second.anyone())).toMatchObject(expected);
  });

  it('fall back to the first language piece by piece, and say which it is', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await change(morgan, {
      words: [
        { part: 'EMERGENCY_ADVICE', locale: 'en', text: 'Call 112.' },
        { part: 'SAFETY', locale: 'en', text: 'Ask at the desk.' },
        { part: 'SAFETY', locale: 'ar', text: 'اسأل' },
      ],
    });

    const { words, locale, emergencyAdvice } = await told(lab.anyone(), 'ar');

    const of = (part: string) => words.find((each: Words) => each.part === part);
    expect(locale).toBe('ar');
    expect(emergencyAdvice).toBe('Call 112.');
    expect(of('EMERGENCY_ADVICE')).toMatchObject({ locale: 'en' });
    expect(of('SAFETY')).toMatchObject({ locale: 'ar', text: 'اسأل' });
    expect(of('RESPONSE_TARGET')).toMatchObject({ locale: 'ar' });
    expect(of('PRIVACY')).toBeUndefined();
  });

  it('let one of two administrators win, and lose nothing of the other', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const before = await read(morgan, WORDING);
    const rename = (name: string) => morgan.outcome(CHANGE_WORDING, { input: { ...before, name } });

    const outcomes = await Promise.all([rename('One'), rename('Two')]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ChangedMeanwhile',
      'WordingChanged',
    ]);
    expect(['One', 'Two']).toContain((await read(morgan, WORDING))['name']);
  });

  it('take the same change twice, as a client sends it whose answer was lost', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const input = { ...(await read(morgan, WORDING)), name: 'Renamed' };

    await morgan.outcome(CHANGE_WORDING, { input });

    expect(await morgan.outcome(CHANGE_WORDING, { input })).toEqual({ __typename: 'WordingChanged' });
  });

  it.each<[string, object, string]>([
    ['an address without https', { exitAddress: 'http://example.org' }, 'exitAddress'],
    ['an address with a secret in it', { exitAddress: 'https://me:pw@example.org' }, 'exitAddress'],
    ['an address with a question', { exitAddress: 'https://example.org/?from=here' }, 'exitAddress'],
    ['a script for an address', { exitAddress: 'javascript:alert(1)' }, 'exitAddress'],
    ['an onion address that is none', { onionAddress: 'http://short.onion' }, 'onionAddress'],
    ['no name', { name: ' ' }, 'name'],
    ['no language', { locales: [] }, 'locales'],
    ['a language that there is not', { locales: ['en', '__proto__'] }, 'locales'],
    ['a language twice', { locales: ['en', 'en'] }, 'locales'],
    [
      'a text that is too long',
      { words: [{ part: 'PORTAL_TITLE', locale: 'en', text: 'x'.repeat(61) }] },
      'words.en.PORTAL_TITLE',
    ],
    ['no advice for danger', { words: [] }, 'words.en.EMERGENCY_ADVICE'],
  ])('refuse %s, name the field, and change nothing', async (_, part, field) => {
    const morgan = await lab.seed.firstAdministrator();
    const before = await read(morgan, WORDING);

    const outcome = await change(morgan, part);

    expect(outcome).toMatchObject({ __typename: 'InvalidSettings' });
    expect(outcome['faults']).toEqual(
      expect.arrayContaining([{ field, message: expect.stringMatching(/^[^<]+\.$/) }]),
    );
    expect(await read(morgan, WORDING)).toEqual(before);
  });

  it('put no language first in which nobody could find support', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { version } = await read(morgan, SUPPORT);
    const services = [{ name: 'Night line', description: 'Somebody to talk to.' }];
    const lists = [
      { locale: 'en', services },
      { locale: 'cy', services: [] },
    ];
    await morgan.outcome(CHANGE_SUPPORT, { input: { version, lists } });

    const outcome = await change(morgan, { locales: ['cy', 'en'] });

    expect(outcome['faults']).toEqual([{ field: 'locales', message: expect.stringMatching(/\.$/) }]);
    expect(await read(morgan, WORDING)).toHaveProperty('locales', ['en', 'cy', 'ar']);
  });

  it('hold support services, which stay when the wording changes, and the other way round', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { version } = await read(morgan, SUPPORT);
    const services = [
      { name: 'Night line', description: 'Somebody to talk to.', url: 'https://night.example.org/' },
      { name: 'Nurse', description: 'In house 4.', phone: '020 7946 0018', openingHours: 'Mondays' },
    ];

    const outcome = await morgan.outcome(CHANGE_SUPPORT, {
      input: { version, lists: [{ locale: 'en', services }] },
    });
    await change(morgan, { name: 'Renamed' });

    expect(outcome).toEqual({ __typename: 'SupportServicesChanged' });
    const { supportServices, emergencyAdvice } = await told(lab.anyone(), 'en');
    expect(supportServices.map(({ name }: { name: string }) => name)).toEqual(['Night line', 'Nurse']);
    expect(emergencyAdvice).toContain('999');
    // A language that was left out keeps what it had.
    expect((await told(lab.anyone(), 'cy')).supportServices[0]).toMatchObject({ locale: 'en' });
  });

  it.each([
    [
      'a javascript address',
      { name: 'A', description: 'B', url: 'javascript:alert(1)' },
      'services.en.0.url',
    ],
    ['words for a number', { name: 'A', description: 'B', phone: 'call us' }, 'services.en.0.phone'],
    ['no name', { name: '', description: 'B' }, 'services.en.0.name'],
  ])('refuse a support service with %s', async (_, service, field) => {
    const morgan = await lab.seed.firstAdministrator();
    const before = await read(morgan, SUPPORT);

    const outcome = await morgan.outcome(CHANGE_SUPPORT, {
      input: { version: before.version, lists: [{ locale: 'en', services: [service] }] },
    });

    expect(outcome['faults']).toEqual([{ field, message: expect.any(String) }]);
    expect(await read(morgan, SUPPORT)).toEqual(before);
  });

  it('close the service: nothing is stored, and who has a code goes on', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('before');
    const input = await lab.seed.reportInput('too late');

    const outcome = await close(morgan);

    expect(outcome).toEqual({ __typename: 'OpennessChanged' });
    expect(await told(lab.anyone(), 'cy')).toMatchObject({
      isOpen: false,
      acceptsReports: false,
      closedReason: { locale: 'en', text: 'We are moving.' },
    });
    const sent = await lab
      .anyone()
      .outcome('mutation($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }', {
        input,
      });
    expect(sent).toEqual({ __typename: 'SubmissionsClosed' });
    expect(await lab.dataSource.query('SELECT count(*)::int AS n FROM case_file')).toEqual([{ n: 1 }]);
    const { client } = await lab.seed.reporter(code);
    await lab.seed.message(client, 'still here');
  });

  it('need a reason to close it', async () => {
    const morgan = await lab.seed.firstAdministrator();

    const outcome = await close(morgan, [{ locale: 'cy', text: 'Rydym yn symud.' }]);

    expect(outcome['faults']).toEqual([{ field: 'reasons.en', message: expect.any(String) }]);
    expect(await told()).toMatchObject({ isOpen: true, closedReason: null });
  });

  it('announce a closure with its reason, and refuse hours that somebody else changed meanwhile', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const day = addDays(dayIn('Europe/London', lab.clock.now()), 2);
    const { serviceHours } = await morgan.data<{ serviceHours: object }>(SERVICE_HOURS);
    const { version } = (
      await morgan.data<{ serviceHours: { version: string } }>('query { serviceHours { version } }')
    ).serviceHours;
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
    const input = {
      ...serviceHours,
      periods: everyDay,
      closureDays: [],
      closures: [{ from: day, to: addDays(day, 3), reasons: [{ locale: 'en', text: 'Building work' }] }],
      version,
    };

    const outcome = await morgan.outcome(CHANGE_HOURS, { input });
    const late = await morgan.outcome(CHANGE_HOURS, { input: { ...input, closures: [] } });

    expect(outcome).toMatchObject({ __typename: 'ServiceHoursChanged' });
    expect(late).toEqual({ __typename: 'ChangedMeanwhile', message: expect.any(String) });
    expect((await told(lab.anyone(), 'ar')).closure).toEqual({
      from: day,
      to: addDays(day, 3),
      reason: { locale: 'en', text: 'Building work' },
    });
  });

  it('are for administrators alone', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const wording = { input: await read(morgan, WORDING) };
    const support = { input: await read(morgan, SUPPORT) };
    const openness = { input: await read(morgan, OPENNESS) };
    const codes = (by: GraphQLClient) =>
      Promise.all([
        by.errorCodes(WORDING),
        by.errorCodes(SUPPORT),
        by.errorCodes(OPENNESS),
        by.errorCodes(CHANGE_WORDING, wording),
        by.errorCodes(CHANGE_SUPPORT, support),
        by.errorCodes(CHANGE_OPENNESS, openness),
      ]);

    expect(await codes(noor)).toEqual(Array(6).fill(['FORBIDDEN']));
    expect(await codes(lab.stranger())).toEqual(Array(6).fill(['UNAUTHENTICATED']));
  });
});
