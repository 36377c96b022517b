import { describe, expect, it } from '@jest/globals';
import { ORGANISATION } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const HOUR = 3_600_000; // milliseconds

interface Answer {
  readonly organisation: Record<string, unknown>;
}

describe('organisation', () => {
  const lab = useTestServer();

  it('says who runs this, what they promise, and whom to call instead', async () => {
    const { organisation } = await lab.anyone().data<Answer>(ORGANISATION);

    expect(organisation).toMatchObject({
      name: 'Example University',
      locales: ['en', 'cy', 'ar'],
      locale: 'en',
      responseTarget: 'We aim to reply within 2 working days.',
      emergencyAdvice: expect.stringMatching(/999/),
    });
    expect(organisation['supportServices']).toEqual(
      expect.arrayContaining([expect.objectContaining({ url: expect.stringMatching(/^https:\/\//) })]),
    );
  });

  it('follows what another process changed, also where the clock was set back meanwhile', async () => {
    await lab.anyone().data<Answer>(ORGANISATION);
    lab.clock.advance(-HOUR);
    await lab.dataSource.query("UPDATE organisation SET name = 'Another name'");

    const { organisation } = await lab.anyone().data<Answer>(ORGANISATION);

    expect(organisation['name']).toBe('Another name');
  });

  it('is open once somebody could read a report', async () => {
    const before = await lab.anyone().data<Answer>(ORGANISATION);
    await lab.seed.firstAdministrator();
    const after = await lab.anyone().data<Answer>(ORGANISATION);

    expect(before.organisation['acceptsReports']).toBe(false);
    expect(after.organisation['acceptsReports']).toBe(true);
  });

  it.each([
    ['cy', 'Ein nod yw ateb o fewn 2 ddiwrnod gwaith.'],
    ['ar', 'نهدف إلى الرد خلال يومَي عمل.'],
  ])('says it in %s, support services too', async (locale, responseTarget) => {
    const { organisation: english } = await lab.anyone().data<Answer>(ORGANISATION);

    const { organisation } = await lab.anyone().data<Answer>(ORGANISATION, { locale });

    expect(organisation).toMatchObject({ locale, responseTarget });
    expect(organisation['emergencyAdvice']).not.toEqual(english['emergencyAdvice']);
    expect(organisation['supportServices']).not.toEqual(english['supportServices']);
  });

  it.each(['fr', '', 'x'.repeat(1_000), '__proto__', 'constructor', 'toString', '\u0000'])(
    'falls back to its first language for %j',
    async (locale) => {
      const own = await lab.anyone().data<Answer>(ORGANISATION);

      const other = await lab.anyone().data<Answer>(ORGANISATION, { locale });

      expect(other).toEqual(own);
    },
  );
});
