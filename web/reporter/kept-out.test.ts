import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { HOLDERS, SAVE_KEPT_OUT } from '../../server/testing/casework-operations.ts';
import type { GraphQLClient } from '../../server/testing/graphql-client.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const TITLE = 'Is there somebody who should not read this?';
const GONE = 'You can no longer choose who should not read this';

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

/** Offers a choice no longer. */
async function takeAway(administrator: GraphQLClient, text: string): Promise<void> {
  const { keptOutLabels } = await administrator.data<{
    keptOutLabels: { id: string; texts: { text: string }[] }[];
  }>('query { keptOutLabels { id texts { text } } }');
  const id = keptOutLabels.find(({ texts }) => texts.some((each) => each.text === text))?.id;
  await administrator.data('mutation($id: ID!) { deleteKeptOutLabel(id: $id) }', { id });
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

  /** Somebody who stands on the page, and may keep one colleague out under each of these labels. */
  const atTheChoice = async (script: 'on' | 'off', ...labels: string[]) => {
    const morgan = await lab.server.seed.firstAdministrator();
    const noor = await lab.server.seed.colleague();
    for (const label of labels) await offer(morgan, label, [noor]);
    const { page, complaints } = await visit({ script });
    const person = new Person(page, lab.url);
    await tellUpToIt(person, '/report');
    return { morgan, noor, page, complaints, person };
  };

  it('waits with the choice while the database is gone, and leaves a way to support', async () => {
    const { page, person } = await atTheChoice('off', 'Somebody in personnel');
    await person.pick('Somebody in personnel');
    lab.database.sever();

    await person.press('Continue');
    expect(await person.heading()).toBe('We cannot go on just now');
    await checkPage(page);
    await person.press('Support services');
    expect(await person.words()).toContain('Samaritans');
    await page.getByRole('button', { name: 'Go back to where you were' }).last().click();
    expect(await page.getByLabel('Somebody in personnel').isChecked()).toBe(true);
    await person.press('Continue');
    lab.database.mend();
    await person.press('Try again');

    expect(await person.heading()).toMatch(/^Do you want to be able to get messages/);
  });

  it('keeps out whom the reporter chose, without scripts, and shows it before it is sent', async () => {
    const { morgan, noor, page, complaints, person } = await atTheChoice('off', 'Somebody in personnel');

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
    await person.press('Leave it out');
    expect(await person.heading()).toBe('Do you want to be able to get messages about this report?');
  });

  it.each(['off', 'on'] as const)(
    'says before anything is sent that the choice was taken away, and goes on without it, with scripts %s',
    async (script) => {
      const { morgan, page, complaints, person } = await atTheChoice(script, 'Somebody in personnel');
      await person.pick('Somebody in personnel');
      await person.press('Continue');
      await person.pick('No, send without messages');
      await person.press('Continue');
      await takeAway(morgan, 'Somebody in personnel');

      await person.press('Send report');

      await person.focused('h1');
      expect(await person.heading()).toBe(GONE);
      await checkPage(page);
      await person.press('Back');
      expect(await person.words()).toContain('One of your choices is no longer offered.');
      await checkPage(page);
      await person.press('Send report');
      expect(await lab.server.seed.caseIds(morgan)).toEqual([]);
      await person.press('Go on without this choice');
      expect(await person.words()).not.toContain(TITLE);
      await person.press('Send report');
      expect(await person.heading()).toBe('Your report has been sent');
      expect(complaints).toEqual([]);
    },
  );

  it('loses no choice without a word where it is taken away while somebody makes it', async () => {
    const { morgan, page, person } = await atTheChoice('off', 'Somebody in personnel');
    await person.pick('Somebody in personnel');
    await takeAway(morgan, 'Somebody in personnel');

    await person.press('Continue');

    expect(await person.heading()).toBe(GONE);
    await person.press('Support services');
    await page.getByRole('button', { name: 'Go back to where you were' }).last().click();
    expect(await person.heading()).toBe(GONE);
    await person.press('Go on without this choice');
    expect(await person.heading()).toMatch(/^Do you want to be able to get messages/);
  });

  it('is passed by whoever chose nothing on it before every choice was taken away', async () => {
    const { morgan, person } = await atTheChoice('off', 'Somebody in personnel');
    await takeAway(morgan, 'Somebody in personnel');

    await person.press('Continue');
    expect(await person.heading()).toMatch(/^Do you want to be able to get messages/);
    await person.press('Back');

    expect(await person.words()).toContain('Question');
    expect(await person.heading()).not.toBe(TITLE);
  });

  it('says on it which is still offered where one of the choices was taken away', async () => {
    const { morgan, page, person } = await atTheChoice(
      'off',
      'Somebody in personnel',
      'Somebody in the library',
    );
    await person.pick('Somebody in personnel');
    await person.pick('Somebody in the library');
    await person.press('Continue');
    await takeAway(morgan, 'Somebody in personnel');

    await person.press('Back');

    await person.focused('problems');
    expect(await person.words()).toContain('One of your choices is no longer offered.');
    expect(await page.getByRole('checkbox').count()).toBe(1);
    expect(await page.getByLabel('Somebody in the library').isChecked()).toBe(true);
    await checkPage(page);
  });

  it('is not there where the organisation offers no choice', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });

    await new Person(page, lab.url).report('words of a report');

    expect(await page.locator('h1').innerText()).toContain('Do you want to be able to get messages');
  });
});
