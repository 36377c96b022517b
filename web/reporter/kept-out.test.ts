import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { HOLDERS, SAVE_KEPT_OUT } from '../../server/testing/casework-operations.ts';
import type { GraphQLClient } from '../../server/testing/graphql-client.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const TITLE = 'Is there somebody who should not read this?';

/** Offers reporters to keep these colleagues out. */
async function offer(
  administrator: GraphQLClient,
  text: string,
  caseworkers: GraphQLClient[],
): Promise<void> {
  const caseworkerIds = await Promise.all(
    caseworkers.map(async (each) => (await each.data<{ me: { id: string } }>('query { me { id } }')).me.id),
  );
  const input = { id: randomUUID(), caseworkerIds, texts: [{ locale: 'en', text }] };
  const saved = await administrator.outcome(SAVE_KEPT_OUT, { input });
  if (saved.__typename !== 'KeptOutLabelSaved') throw new Error(saved.__typename);
}

/** Tells what happened, up to the page that asks who should not read it. */
async function tellUpToIt(person: Person, path: string): Promise<void> {
  await person.open(path);
  await person.press('Start');
  await person.write('What happened?', 'words of a report');
  await person.press('Continue');
  for (let page = 0; page < 30 && (await person.heading()).startsWith('How may we') === false; page += 1) {
    if ((await person.heading()) === TITLE) return;
    await person.press('Skip this question');
  }
  await person.press('Leave this out and report anonymously');
}

describe('the page that asks who should not read the report', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('keeps out whom the reporter chose, without scripts, and shows it before it is sent', async () => {
    const morgan = await lab.server.seed.firstAdministrator();
    const noor = await lab.server.seed.colleague();
    await offer(morgan, 'Somebody in personnel', [noor]);
    const { page, complaints } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);

    await tellUpToIt(person, '/report');
    expect(await person.heading()).toBe(TITLE);
    await checkPage(page);
    await person.pick('Somebody in personnel');
    await person.press('Continue');
    await person.pick('No, send without messages');
    await person.press('Continue');
    expect(await person.heading()).toBe('Check your answers');
    expect(await person.words()).toContain('Somebody in personnel');
    await checkPage(page);
    await person.press(`Change: ${TITLE}`);
    expect(await page.getByLabel('Somebody in personnel').isChecked()).toBe(true);
    await person.press('Continue');
    await person.press('Send report');

    expect(await person.heading()).toBe('Your report has been sent');
    const [caseId] = await lab.server.seed.caseIds(morgan);
    expect(await morgan.outcome(HOLDERS, { id: caseId })).toMatchObject({
      keptOutByReporter: ['Somebody in personnel'],
    });
    expect(await lab.server.seed.caseIds(noor)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says where nobody would be left, before anything is sent, and goes on without a choice', async () => {
    const morgan = await lab.server.seed.firstAdministrator();
    await offer(morgan, 'Everybody here', [morgan]);
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);

    await tellUpToIt(person, '/report-with-contact-details');
    expect(await person.heading()).toBe(TITLE);
    await person.pick('Everybody here');
    await person.press('Continue');

    expect(await person.heading()).toBe(TITLE);
    expect(await person.words()).toContain('With this choice nobody would be left to read your report.');
    await checkPage(page);
    await person.press('Skip this question');
    expect(await person.heading()).toBe('Do you want to be able to get messages about this report?');
  });

  it('says at sending that a choice is offered no more, and sends nothing', async () => {
    const morgan = await lab.server.seed.firstAdministrator();
    const noor = await lab.server.seed.colleague();
    await offer(morgan, 'Somebody in personnel', [noor]);
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await tellUpToIt(person, '/report');
    await person.pick('Somebody in personnel');
    await person.press('Continue');
    await person.pick('No, send without messages');
    await person.press('Continue');

    const { keptOutLabels } = await morgan.data<{ keptOutLabels: { id: string }[] }>(
      'query { keptOutLabels { id } }',
    );
    for (const { id } of keptOutLabels) {
      await morgan.data('mutation($id: ID!) { deleteKeptOutLabel(id: $id) }', { id });
    }
    await person.press('Send report');

    expect(await person.heading()).toBe(TITLE);
    expect(await person.words()).toContain('One of your choices is no longer offered.');
    await checkPage(page);
    expect(await lab.server.seed.caseIds(morgan)).toEqual([]);
  });

  it('is not there where the organisation offers no choice', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });

    await new Person(page, lab.url).report('words of a report');

    expect(await page.locator('h1').innerText()).toContain('Do you want to be able to get messages');
  });
});
