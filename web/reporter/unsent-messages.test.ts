import { describe, expect, it } from '@jest/globals';
import { CaseStory } from '../../server/testing/case-story.ts';
import type { GraphQLClient } from '../../server/testing/graphql-client.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WORDS = 'A canary sang in the corridor.';

const CLOSE = 'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }';

describe('messages, and what can go wrong with them', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const stored = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS rows FROM message');
    return row.rows;
  };
  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };
  /** Has read the message once more; the next press sends it. */
  const aboutToSend = async (code: string) => {
    const person = await someone();
    await person.logIn(code);
    await person.press('Write a message');
    await person.write('Your message', WORDS);
    await person.press('Continue');
    return person;
  };
  const close = async (staff: GraphQLClient) => {
    const [caseId] = await lab.server.seed.caseIds(staff);
    await staff.data(CLOSE, { input: { caseId, to: 'CLOSED', reason: 'Done.' } });
  };

  it('keeps a message while the session has ended, and sends it after the code', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await aboutToSend(code);
    lab.server.clock.advance(3 * HOUR);

    await person.press('Send message');
    expect(await person.heading()).toBe('You have been signed out');
    expect(await person.page.getByRole('link', { name: 'make a new report' }).count()).toBe(0);
    await checkPage(person.page);
    await person.write('Your code', code);
    await person.press('Continue');
    expect(await person.words()).toContain(WORDS);
    await person.press('Send message');

    expect(await person.heading()).toBe('Message sent');
    expect(await stored()).toBe(1);
  });

  it('says that the cookie is missing where a browser keeps none, instead of asking for the code again and again', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await aboutToSend(code);
    await person.page.context().clearCookies();

    await person.press('Send message');

    expect(await person.words()).toContain('it is right, but your browser did not keep the cookie');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
  });

  it('says on every page of a session that it has ended', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await someone();
    await person.logIn(code);
    lab.server.clock.advance(3 * HOUR);

    for (const path of ['/messages', '/messages/report', '/messages/write', '/messages/sent']) {
      await person.open(path);
      expect(await person.heading()).toBe('You have been signed out');
    }
    await checkPage(person.page);
  });

  it('keeps a message while the database is gone, and says nothing of replies it cannot know of', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await aboutToSend(code);
    lab.database.sever();

    await person.press('Send message');
    expect(await person.words()).toContain('Something on our side is not working');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
    lab.database.mend();
    await person.press('Send message');
    expect(await person.heading()).toBe('Message sent');
    expect(await stored()).toBe(1);
    lab.database.sever();
    await person.open('/messages');
    expect(await person.heading()).toBe('We cannot show this page just now');
    await checkPage(person.page);
  });

  it('says that a message was sent also where the service is gone before the next page', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await aboutToSend(code);
    await person.press('Send message');
    expect(await person.words()).toContain('We aim to reply by');
    lab.database.sever();

    await person.page.reload();

    expect(await person.heading()).toBe('Message sent');
    expect(await person.words()).toContain('Message sent. You can close this page.');
    await checkPage(person.page);
    await person.open('/messages/sent');
    expect(await person.heading()).toBe('We cannot show this page just now');
  });

  it('says of no message that may be stored that it was not sent, also when the session ends before it is sent again', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await aboutToSend(code);
    lab.database.sever();
    await person.press('Send message');
    expect(await person.words()).toContain('we do not know whether this reached us');
    lab.database.mend();
    lab.server.clock.advance(3 * HOUR);

    await person.press('Send message');

    expect(await person.heading()).toBe('You have been signed out');
    expect(await person.words()).toContain('If it did reach us before, it is stored once.');
    expect(await person.words()).not.toMatch(/not been sent|could not be sent/);
  });

  it('asks before a message is thrown away on the way back, and goes back at once where there is none', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await someone();
    await person.logIn(code);
    await person.press('Write a message');
    await person.write('Your message', WORDS);

    await person.press('Back to your messages');
    expect(await person.heading()).toBe('Leave this message out?');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
    await person.press('Go on with your message');
    expect(await person.page.getByLabel('Your message').inputValue()).toBe(WORDS);
    await person.press('Back to your messages');
    await person.follow('Leave it out and go back to your messages');
    expect(await person.heading()).toBe('Messages about your report');
    await person.press('Write a message');
    await person.press('Back to your messages');

    expect(await person.heading()).toBe('Messages about your report');
    expect(await stored()).toBe(0);
  });

  it('says that a report was closed, and that its messages can be read and answered all the same', async () => {
    const staff = await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    await lab.server.seed.reply(staff, 'That was all.');
    await close(staff);
    const person = await someone();

    await person.logIn(code);

    expect(await person.words()).toContain('You can still read the messages and write.');
    expect(await person.words()).toContain('That was all.');
    await checkPage(person.page);
  });

  it('keeps a message on the page where the conversation was closed for good while it was written', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await aboutToSend(code);
    await lab.server.dataSource.query('UPDATE conversation SET is_open = false');

    await person.press('Send message');
    await person.write('Your code', code);
    await person.press('Continue');

    expect(await person.words()).toContain('We do not recognise that code.');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
  });

  it('says where nobody can open a report any more, takes no message for it, and keeps the words', async () => {
    const staff = await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    await lab.server.seed.reply(staff, 'That was all.');
    const person = await aboutToSend(code);
    await lab.server.dataSource.query('DELETE FROM case_wrap; UPDATE case_file SET lost_on = received_on');
    await lab.set('retention_days = 400');

    await person.press('Send message');

    expect(await person.heading()).toBe('Your message was not sent');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
    await person.follow('Back to your messages');
    const words = await person.words();
    expect(words).toContain('Nobody who works here can open your report at present');
    expect(words).toContain('That was all.');
    expect(words).toContain('This report and its messages will be deleted on');
    for (const promise of [
      'We aim to reply by',
      'opened again',
      'taken up',
      'waits for somebody',
      'Write a message',
    ])
      expect(words).not.toContain(promise);
    await checkPage(person.page);
    await person.follow('make a new report');
    expect(await stored()).toBe(1);
  });

  it('says that no day is set for a reply while the case waits for somebody who never got one, and names it once they write', async () => {
    const story = await CaseStory.begin(lab.server);
    await story.move('WAITING_FOR_REPORTER');
    const person = await someone();

    await person.logIn(story.code);

    expect(await person.words()).toContain('No day is set for a reply at present.');
    await checkPage(person.page);
    await person.press('Write a message');
    await person.write('Your message', WORDS);
    await person.press('Continue');
    await person.press('Send message');
    await person.follow('Back to your messages');
    expect(await person.words()).toContain('We aim to reply by');
    expect(await person.words()).not.toContain('No day is set');
  });

  it('says that a reply is late, and that nothing was lost', async () => {
    lab.server.clock.advance(-20 * DAY);
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    lab.server.clock.advance(20 * DAY);
    const person = await someone();

    await person.logIn(code);

    expect(await person.words()).toContain(
      'We have not replied in the time we aim for. Your message has not been lost.',
    );
    expect(await person.words()).not.toContain('We aim to reply by');
    await checkPage(person.page);
  });
});
