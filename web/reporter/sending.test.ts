import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('sending a report', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const stored = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS reports FROM case_file');
    return row.reports;
  };

  it('stores one report where Send is pressed in two tabs', async () => {
    await lab.server.seed.firstAdministrator();
    const { page, context } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.report('Pressed twice.');
    await person.pick('No, send without messages');
    await person.press('Continue');
    const form = Object.fromEntries(
      await page
        .locator('input[type=hidden]')
        .evaluateAll((inputs) =>
          inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
        ),
    );

    const [other] = await Promise.all([
      context.request.post(`${lab.url}/report`, { form: { ...form, go: 'send' }, maxRedirects: 0 }),
      person.press('Send report'),
    ]);

    expect(other.status()).toBe(303);
    expect(other.headers()).toMatchObject({ location: '/sent' });
    expect(await stored()).toBe(1);
  });

  it('shows a sent report again to whoever lost the answer', async () => {
    await lab.server.seed.firstAdministrator();
    const { page, context } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.report('The line went dead.');
    await person.pick('Yes, give me a code');
    await person.press('Continue');
    const code = await person.code();
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    await page.route('**/report', (route) =>
      route.fetch({ maxRedirects: 0 }).then(() => route.abort('connectionreset')),
    );
    await person.press('Send report').catch(() => undefined);
    await page.unrouteAll();
    await context.clearCookies();

    await page.reload();

    expect(await person.heading()).toBe('Your report has been sent');
    expect(await person.code()).toBe(code);
    expect(await stored()).toBe(1);
  });

  it('does not say that a report was sent to whoever opens the page after it in another way', async () => {
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    const silent = await fetch(`${lab.url}/sent`); // from a browser that does not say what led there

    await person.open('/sent');

    expect(await person.heading()).toBe('This page shows only once');
    expect(await person.words()).toContain('Opening this page by itself sends nothing.');
    expect(await silent.text()).toContain('Opening this page by itself sends nothing.');
    expect(await page.locator('.languages').count()).toBe(0);
    await checkPage(page);
    await page.reload();
    expect(await person.heading()).toBe('This page shows only once');
  });

  it('says while nobody could read a report that it is not open yet, and where to get support', async () => {
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);

    for (const path of ['/', '/report', '/report-with-contact-details']) {
      await person.open(path);

      expect(await person.heading()).toBe('Reports cannot be sent here yet');
      expect(await person.words()).toContain('Samaritans');
    }
  });

  it('keeps the answers where the service closes in between', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.report('Too late.');
    await person.pick('No, send without messages');
    await person.press('Continue');
    await lab.server.dataSource.query('DELETE FROM caseworker');

    await person.press('Send report');

    expect(await person.heading()).toBe('Reports cannot be sent here just now');
    expect(await person.words()).toContain('Too late.');
    expect(await stored()).toBe(0);
  });

  it('hands contact details over on their own route only', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.open('/report-with-contact-details');
    await person.press('Start');
    await person.write('What happened?', 'With a name.');
    await person.press('Continue');
    await person.skipTo('How may we contact you?');
    await person.press('Continue');
    await person.focused('problems');
    expect(await page.title()).toMatch(/^Error: /);
    expect(
      await page.locator('input[type=text], input[type=email], input[type=tel]').evaluateAll(kept),
    ).toEqual([]);
    await person.write('Your name', 'Robin Example');
    await person.write('Email address', 'robin@example.org');
    await person.press('Continue');
    await person.pick('No, send without messages');
    await person.press('Continue');
    await person.press('Send report');

    expect(await person.heading()).toBe('Your report has been sent');
    const [row] = await lab.server.dataSource.query(
      'SELECT sealed_contact_details IS NOT NULL AS has FROM case_file',
    );
    expect(row.has).toBe(true);
  });
});

/** Fields whose words a browser may keep, to offer them to whoever uses the device next. */
function kept(fields: (HTMLElement | SVGElement)[]): string[] {
  return fields.filter((field) => field.getAttribute('autocomplete') !== 'off').map(({ id }) => id);
}
