import { describe, expect, it } from '@jest/globals';
import { CaseStory } from '../../server/testing/case-story.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('the page with the messages, where writing comes to an end', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };

  it('names the last day of the code once the report is closed, and a later one of deletion without a promise', async () => {
    const story = await CaseStory.begin(lab.server);
    await lab.set('retention_days = 400');
    await story.move('CLOSED', 'done');
    const person = await someone();

    await person.logIn(story.code);

    await checkPage(person.page);
    expect(await person.words()).toMatch(
      /The last day on which your code works is \w+ \d+ \w+ \d{4}\. If the report/,
    );
    expect(await person.words()).toMatch(/will be deleted on [^.]+, unless the report is opened again\./);
    expect(await person.words()).toContain('can decide to delete it earlier. Your code stops working then.');
  });

  it('says why nothing more can be written where a conversation is full', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    await lab.server.dataSource.query('UPDATE conversation SET last_seq = 1000');
    const person = await someone();

    await person.logIn(code);

    await checkPage(person.page);
    expect(await person.words()).toContain('No more messages can be sent about your report.');
    await person.open('/messages/write');
    expect(await person.heading()).toBe('Write a message');
    expect(await person.words()).toContain('No more messages can be sent about your report.');
    await checkPage(person.page);
  });
});
