import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { keepPicture } from './testing/pictures.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const ONION = `http://${'a2'.repeat(28)}.onion`;

/** What each part says; Welsh has its own words for one of them only. */
const ENGLISH = {
  emergencyAdvice: 'Call 999.',
  whoReads: 'Two advisers of the Dignity Office read it.',
  whatHappensNext: 'First we read it.\n\nThen we decide who takes it on.',
  contactWays: 'We write before we call.',
  messagesUse: 'To send us a date that came back to you.',
  messagesInstead: 'Write to dignity@example.ac.uk.',
  privacy: 'The Registrar is responsible.',
  safety: 'There is a quiet room on the ground floor.',
  accessibility: 'Tell the library desk.',
};
const WELSH = { safety: 'Mae ystafell dawel ar y llawr gwaelod.' };

describe('the organisation in its own words', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const inOwnWords = () =>
    lab.set(
      `texts = jsonb_set(jsonb_set(texts, '{en}', texts->'en' || $1), '{cy}', texts->'cy' || $2), onion_address = $3`,
      [JSON.stringify(ENGLISH), JSON.stringify(WELSH), ONION],
    );
  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };

  it.each([
    ['/about-messages', ['whoReads', 'contactWays', 'messagesUse', 'messagesInstead']],
    ['/privacy', ['privacy']],
    ['/safety', ['safety']],
    ['/accessibility', ['accessibility']],
  ] as const)('stands on %s where it has some, and in general words where not', async (path, parts) => {
    await lab.server.seed.firstAdministrator();
    const person = await someone();
    await person.open(path);
    const general = await person.words();
    for (const part of parts) expect(general).not.toContain(ENGLISH[part]);

    await inOwnWords();
    await person.open(path);

    for (const part of parts) expect(await person.words()).toContain(ENGLISH[part]);
    await checkPage(person.page);
    await keepPicture(person.page, `own-words-${path.slice(1)}`);
  });

  it.each([
    ['Yes, give me a code', true],
    ['No, send without messages', false],
  ])('promises an answer on Check your answers after “%s”: %s', async (choice, isPromised) => {
    await lab.server.seed.firstAdministrator();
    const person = await someone();
    await person.report('A canary sang.');
    await person.pick(choice);
    await person.press('Continue');
    if (isPromised) {
      await person.press('I have saved it, continue');
      await person.press('I have saved it, skip this');
    }

    expect(await person.heading()).toBe('Check your answers');
    const words = await person.words();
    expect(words).toContain('It is not instant and not for emergencies.');
    expect(words.includes('We aim to')).toBe(isPromised);
    await checkPage(person.page);
  });

  it('says who reads it and what happens next before somebody starts and after they have sent', async () => {
    await lab.server.seed.firstAdministrator();
    await inOwnWords();
    const person = await someone();

    await person.open('/report');
    expect(await person.words()).toContain(`${ENGLISH.whoReads} We aim to reply within`);
    expect(await person.words()).not.toContain('whose work this is');
    expect(await person.page.locator('.said').innerText()).toBe(ENGLISH.whatHappensNext);
    await checkPage(person.page);
    await keepPicture(person.page, 'own-words-start');
    await person.reportWithMessages('A canary sang.');

    expect(await person.heading()).toBe('Your report has been sent');
    expect(await person.words()).toContain(ENGLISH.whoReads);
    expect(await person.words()).toContain('Then we decide who takes it on.');
    await checkPage(person.page);
  });

  it('tells those who give contact details how it will contact them', async () => {
    await lab.server.seed.firstAdministrator();
    await inOwnWords();
    const person = await someone();

    await person.open('/report-with-contact-details');
    await person.press('Start');
    await person.skipTo('How may we contact you?');

    expect(await person.words()).toContain(ENGLISH.contactWays);
    await checkPage(person.page);
  });

  it('is said in the language of the page where it has words for it, and else marked with its own', async () => {
    await lab.server.seed.firstAdministrator();
    await inOwnWords();
    const person = await someone();

    await person.open('/cy/safety');
    expect(await person.words()).toContain(WELSH.safety);
    expect(await person.page.locator('main [lang]').count()).toBe(0);
    await person.open('/ar/privacy');
    const own = person.page.locator('main p[lang=en]');

    expect(await own.innerText()).toBe(ENGLISH.privacy);
    expect(await own.getAttribute('dir')).toBe('ltr');
    await checkPage(person.page);
  });

  it('gives its address inside the Tor network to be copied, and links to it nowhere', async () => {
    await lab.server.seed.firstAdministrator();
    await inOwnWords();
    const person = await someone();

    for (const path of ['/safety', '/cy/safety', '/ar/safety']) {
      await person.open(path);
      expect(await person.page.locator('.address').innerText()).toBe(ONION);
      expect(await person.page.locator('a[href*=onion]').count()).toBe(0);
      await keepPicture(person.page, `onion${path.replaceAll('/', '-')}`);
    }
    await checkPage(person.page);
  });

  it('stays inside the window where its name is one long word, and keeps the lines of whom to call', async () => {
    await lab.server.seed.firstAdministrator();
    await lab.set(`name = $1, texts = jsonb_set(texts, '{en,emergencyAdvice}', $2)`, [
      'Llanfairpwllgwyngyll'.padEnd(100, 'gogerychwyrndrobwll'),
      JSON.stringify('Call 999.\nOr text 61016.'),
    ]);
    const person = await someone();

    await person.open('/');
    await checkPage(person.page);
    await person.open('/report');
    await checkPage(person.page);
    await person.press('Start');
    await checkPage(person.page);

    expect(await person.page.locator('.danger').innerText()).toBe('In danger now? Call 999.\nOr text 61016.');
  });

  it('offers the languages that are on, begins in the first of them, and leaves nobody standing in another', async () => {
    await lab.server.seed.firstAdministrator();
    await lab.set('locales = $1', [['cy', 'ar']]);
    const person = await someone();

    await person.open('/');
    expect(new URL(person.page.url()).pathname).toBe('/cy');
    expect(await person.page.locator('.languages a').allInnerTexts()).toEqual(['Cymraeg', 'العربية']);
    await checkPage(person.page);
    await person.open('/ar');
    expect(new URL(person.page.url()).pathname).toBe('/ar');
    await person.open('/login');

    expect(await person.heading()).toBe('Read your messages');
  });

  it('never says that a message was sent where none was', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('A canary sang.');
    const person = await someone();
    await person.logIn(code);

    await person.open('/messages/sent');
    expect(await person.heading()).toBe('Messages about your report');
    await person.open('/messages/write');
    await person.write('Your message', 'One thing more.');
    await person.press('Continue');
    await person.press('Send message');
    expect(await person.heading()).toBe('Message sent');
    await person.page.reload();

    expect(await person.heading()).toBe('Message sent');
  });
});
