import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays, dayIn } from '../server/shared/day.ts';
import { dumpOf } from '../server/testing/laws/dump.ts';
import { blobsOf, derive, opened } from '../server/testing/laws/outside-crypto.ts';
import { useBrowser } from './caseworker/testing/dashboard-browser.ts';
import { Reporter } from './caseworker/testing/reporter.ts';
import { Staff } from './caseworker/testing/staff.ts';
import { Person } from './reporter/testing/person.ts';
import { StaffWindow } from './testing/staff-window.ts';
import { useEmptyInstallation } from './testing/use-empty-installation.ts';

const MORGAN = { name: 'Morgan Ellis', email: 'morgan@uni.example', password: 'otter violin monday lamp' };
const NOOR = { name: 'Noor Haddad', email: 'noor@uni.example', password: 'harbour pencil comet wool' };
const ROBIN = { name: 'Robin Lake', email: 'robin@uni.example', password: 'velvet anchor puddle nine' };
const LABEL = { en: 'Somebody in personnel', cy: 'Rhywun yn adnoddau dynol' };
const WORDS = 'The head of personnel shouted at us';

/** All that somebody can ask about cases without knowing of any. */
const EVERYTHING = `query ($id: ID!) {
  cases(first: 100) { totalCount edges { node { id number } } }
  closed: cases(first: 100, filter: { status: [CLOSED] }) { totalCount }
  caseViews { view count }
  case(id: $id) { id }
  exportCase(id: $id) { fileName }
  found: searchCases(text: "personnel") { total hits { case { id } } }
  grantableColleagues { colleague { name } open all }
}`;

describe('a made-up university', () => {
  const house = useEmptyInstallation('university');
  const browser = useBrowser();

  const windowOf = async () => new StaffWindow(await browser.open(), house.staffUrl);
  const keyOf = async (staff: StaffWindow) =>
    derive(Buffer.from((await staff.session()).value, 'utf8'), 'session/key');
  const dump = async () => blobsOf(await dumpOf(house.databaseUrl));

  async function invite(morgan: StaffWindow, email: string): Promise<string> {
    await morgan.open('/admin/people');
    await morgan.page.getByLabel('Email address').fill(email);
    await morgan.press('Draw a link');
    return await morgan.shownLink(email);
  }

  /** Three people, each with a second factor: it is asked for as soon as there are two. */
  async function joined() {
    const [morgan, noor, robin] = [await windowOf(), await windowOf(), await windowOf()];
    await morgan.join(house.firstLink, MORGAN);
    await morgan.page.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
    const links = [await invite(morgan, NOOR.email), await invite(morgan, ROBIN.email)];
    await noor.join(links[0] ?? '', NOOR);
    await noor.setUpSecondFactor();
    await robin.join(links[1] ?? '', ROBIN);
    await robin.setUpSecondFactor();
    await morgan.open('/admin/questions');
    await morgan.setUpSecondFactor();
    return { morgan, noor, robin };
  }

  /** One question, in both languages; the page stands where it can be saved. */
  async function ask(
    page: Page,
    { kind, texts, choices }: { kind: string; texts: [string, string]; choices: [string, string][] },
  ): Promise<void> {
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question in English').fill(texts[0]);
    await page.getByLabel('How it is answered').selectOption(kind);
    for (const [index, [english]] of choices.entries()) {
      await page.getByRole('textbox', { name: `Choice ${index + 1}` }).fill(english);
    }
    await page.getByLabel('Welsh', { exact: true }).check();
    await page.getByLabel('Question in Welsh').fill(texts[1]);
    for (const [index, [, welsh]] of choices.entries()) {
      await page.getByRole('textbox', { name: `Choice ${index + 1}` }).fill(welsh);
    }
    await page.getByLabel('English', { exact: true }).check();
  }

  /** Questions with a branch, closure days, support services, and a label by which reporters keep Robin out. */
  async function setUp(morgan: StaffWindow): Promise<void> {
    const { page } = morgan;
    await morgan.open('/admin/wording');
    await page.getByLabel('Arabic', { exact: true }).uncheck();
    await morgan.press('Save');
    await page.getByRole('status').getByText('Saved.').waitFor();

    await morgan.open('/admin/questions');
    await page.getByRole('heading', { name: '1. What happened?' }).waitFor();
    await ask(page, {
      kind: 'ONE_CHOICE',
      texts: ['Was it on a placement?', 'A oedd hyn ar leoliad?'],
      choices: [
        ['Yes', 'Oedd'],
        ['No', 'Nac oedd'],
      ],
    });
    await page.getByRole('button', { name: 'Close “Was it on a placement?”' }).click();
    await ask(page, {
      kind: 'SHORT_TEXT',
      texts: ['Which placement was it?', 'Pa leoliad oedd hwn?'],
      choices: [],
    });
    await page
      .getByLabel('When it is shown')
      .selectOption({ label: 'After an answer to: Was it on a placement?' });
    await page.getByLabel('Yes', { exact: true }).check();
    await morgan.press('Save draft');
    await page.getByText('The draft is saved.').waitFor();
    await morgan.press('Publish…');
    await morgan.press('Publish');
    await page.getByText('Version 2 is what reporters are asked now.', { exact: false }).waitFor();

    await morgan.open('/admin/reply-times');
    await page.getByRole('button', { name: 'Add a closure' }).click();
    const today = dayIn('Europe/London', new Date());
    await page.getByLabel('First day').fill(addDays(today, 1));
    await page.getByLabel('Last day').fill(addDays(today, 2));
    await page.getByLabel('Why, in English').fill('Graduation days.');
    await morgan.press('Save');
    await page.getByText('Saved.', { exact: false }).waitFor();

    await morgan.open('/admin/support');
    await page.getByRole('button', { name: 'Add a service' }).first().click();
    await page.keyboard.type('The chaplain');
    const service = page.getByRole('listitem').filter({ has: page.locator(':focus') });
    await service.getByLabel('Phone number').fill('01632 960 000');
    await service.getByLabel('What it is for, in a sentence').fill('Somebody to talk to on campus.');
    await morgan.press('Save');
    await page.getByRole('status').getByText('Saved.').waitFor();

    const staff = new Staff(house.staffUrl, await morgan.session());
    const { people } = await staff.send('{ people { id name } }');
    const { id } = people.find(({ name }: { name: string }) => name === ROBIN.name);
    const texts = Object.entries(LABEL).map(([locale, text]) => ({ locale, text }));
    const { saveKeptOutLabel } = await staff.send(
      'mutation ($input: SaveKeptOutLabelInput!) { saveKeptOutLabel(input: $input) { __typename } }',
      { input: { id: crypto.randomUUID(), caseworkerIds: [id], texts } },
    );
    expect(saveKeptOutLabel.__typename).toBe('KeptOutLabelSaved');
  }

  /** What the portal made of it, in both languages. */
  async function expectPortal(): Promise<void> {
    const folder = join(import.meta.dirname, 'shared', 'messages', 'reporter', 'cy');
    const words = {
      ...JSON.parse(await readFile(join(folder, 'landing.json'), 'utf8')),
      ...JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8')),
    } as Record<string, string>;
    const say = (id: string) => words[id] ?? id;
    const welsh = new Person(await browser.open(), house.publicUrl);
    await welsh.open('');
    expect(await welsh.words()).toContain('Graduation days.');
    await welsh.open('/support');
    expect(await welsh.words()).toContain('The chaplain');
    await welsh.open('/cy/report');
    await welsh.press(say('start.start'));
    for (let page = 0; page < 30 && (await welsh.heading()) !== 'A oedd hyn ar leoliad?'; page += 1) {
      await welsh.press(say('question.skip'));
    }
    await welsh.pick('Nac oedd');
    await welsh.press(say('question.continue'));
    expect(await welsh.words()).toContain(LABEL.cy);
  }

  /** A report that keeps Robin out, by the way that the branch opens. @returns the code. */
  async function report(): Promise<string> {
    const person = new Person(await browser.open(), house.publicUrl);
    await person.open('/report');
    await person.press('Start');
    await person.write('What happened?', WORDS);
    await person.press('Continue');
    await person.skipTo('Was it on a placement?');
    await person.pick('Yes');
    await person.press('Continue');
    await person.write('Which placement was it?', 'The ward');
    await person.press('Continue');
    await person.pick(LABEL.en);
    await person.press('Continue');
    await person.pick('Yes, give me a code');
    await person.press('Continue');
    const code = await person.code();
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    await person.press('Send report');
    expect(await person.heading()).toBe('Your report has been sent');
    return code;
  }

  it('is set up from nothing, keeps one caseworker out, brings one back, and lets one go', async () => {
    const { morgan, noor, robin } = await joined();
    await setUp(morgan);
    await expectPortal();

    // A report that keeps Robin out: others hear of it, read it and work on it, and Robin finds nothing.
    expect([await noor.inbox(), await robin.inbox()]).toEqual(['No cases', 'No cases']);
    await report();
    await noor.page.getByText('1 case changed.').waitFor();
    await noor.press('Refresh list');
    await noor.page.locator('tbody th a').first().click();
    await noor.page.locator('.answers').getByText('The ward').waitFor();
    await noor.page.getByText(`Kept out for good: ${ROBIN.name}.`).waitFor();
    await noor.page.getByText(`The reporter chose who should not read it: ${LABEL.en}.`).waitFor();
    await noor.press('Assign to me');
    await noor.page.getByText(`Assigned to ${NOOR.name}.`).waitFor();
    const caseId = noor.page.url().split('/').at(-1) ?? '';
    const asRobin = new Staff(house.staffUrl, await robin.session());
    expect(await asRobin.send(EVERYTHING, { id: caseId })).toEqual({
      cases: { totalCount: 0, edges: [] },
      closed: { totalCount: 0 },
      caseViews: expect.not.arrayContaining([expect.objectContaining({ count: 1 })]),
      case: null,
      exportCase: null,
      found: { total: 0, hits: [] },
      grantableColleagues: [MORGAN, NOOR].map(({ name }) => ({ colleague: { name }, open: 0, all: 0 })),
    });
    expect(await robin.page.getByText('changed').count()).toBe(0);
    expect(await robin.inbox()).toBe('No cases');
    await robin.open(`/cases/${caseId}`);
    await robin.page.getByRole('heading', { name: 'This case cannot be opened' }).waitFor();
    const stolen = await dump();
    const texts = ['case_file.sealed_answers', 'case_file.sealed_kept_out'];
    const byNoor = opened(stolen, [await keyOf(noor)]);
    const byRobin = opened(stolen, [await keyOf(robin)]);
    expect(byNoor).toEqual(expect.arrayContaining(texts));
    expect(byRobin.filter((name) => /^(case_|conversation|message)/.test(name))).toEqual([]);
    expect(byRobin).not.toEqual([]);

    // Another report, which all three can read.
    await robin.inbox();
    const reporter = await Reporter.report(house.publicUrl, { words: 'The lift is broken', messaging: true });
    await robin.page.getByText('1 case changed.').waitFor();
    expect(await robin.inbox()).toBe('1 case');
    await robin.page.locator('tbody th a').first().click();
    await robin.page.locator('.answers').getByText('The lift is broken').waitFor();

    // Noor has forgotten password and recovery key, begins anew, and gets both cases back from Morgan.
    await morgan.open('/admin/people');
    await morgan.press(`Change ${NOOR.name}`);
    await morgan.press('Draw a link to begin anew');
    await morgan.press('Draw the link');
    const back = await windowOf();
    await back.beginAnew(await morgan.shownLink(NOOR.email), 'willow copper ninety drum');
    await back.setUpSecondFactor();
    expect(await back.inbox()).toBe('No cases');
    await back.page.getByText('a colleague can let you in').waitFor();
    await morgan.open('/colleagues');
    await morgan.press(`Let ${NOOR.name} in to open cases…`);
    await morgan.press('Let in to 2 cases');
    await morgan.page.getByText(`${NOOR.name} can open 2 more cases.`).waitFor();
    expect(await back.inbox()).toBe('2 cases');
    await back.open(`/cases/${caseId}`);
    await back.page.locator('.answers').getByText(WORDS).waitFor();

    // Robin is removed. What the key opened stays open to it, and nothing that is written from then on.
    const keyOfRobin = await keyOf(robin);
    const before = await dump();
    await morgan.open('/admin/people');
    await morgan.press(`Change ${ROBIN.name}`);
    await morgan.press('Remove');
    await morgan.press('Remove for good');
    await robin.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await reporter.write('It fell down two floors');
    const known = new Set(before.map(({ bytes }) => bytes.toString('hex')));
    const later = (await dump()).filter(({ bytes }) => !known.has(bytes.toString('hex')));
    const isText = ({ column }: { column: string }) => column.startsWith('sealed_');
    const written = [...before.filter((blob) => !isText(blob)), ...later];
    expect(later.map(({ table, column }) => `${table}.${column}`)).toContain('message.sealed_text');
    expect(opened(before, [keyOfRobin])).toContain('case_file.sealed_answers');
    expect(opened(written, [keyOfRobin])).not.toContain('message.sealed_text');
    expect(opened(written, [await keyOf(back)])).toContain('message.sealed_text');
    await back.inbox();
    await back.page.locator('tbody tr').filter({ hasText: 'Unread' }).locator('th a').click();
    await back.page.getByRole('article').getByText('It fell down two floors').waitFor();
  }, 240_000);
});
