import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../server/testing/eventually.ts';
import { TcpProxy } from '../../server/testing/tcp-proxy.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('the page with the messages, with scripts on', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('says in one line that a reply has arrived, and shows it only when asked', async () => {
    const staff = await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Waiting.');
    const { page, complaints } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.logIn(code);
    const title = await page.title();
    await person.focused('h1');

    await lab.server.seed.reply(staff, 'First reply.');
    await page.getByRole('status').getByText('There is 1 new reply').waitFor();
    await lab.server.seed.reply(staff, 'Second reply.');
    await page.getByRole('status').getByText('There are 2 new replies').waitFor();

    expect(await person.words()).not.toContain('First reply.');
    expect(await page.title()).toBe(title);
    expect(await person.focus()).toBe('h1');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await person.follow('Show new replies');
    expect(await person.words()).toMatch(/First reply\.[\s\S]*Second reply\./);
    expect(await page.getByRole('status').textContent()).toBe('');
    expect(complaints).toEqual([]);
  });

  it('says nothing of what the page shows already', async () => {
    const staff = await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Waiting.');
    await lab.server.seed.reply(staff, 'There from the start.');
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.logIn(code);

    await lab.server.seed.reply(staff, 'New.');

    await page.getByRole('status').getByText('There is 1 new reply').waitFor();
  });

  it('hears after a cut what came in between, from the last reply it knows, and makes no fuss of it', async () => {
    const staff = await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Waiting.');
    const line = await TcpProxy.open({ host: '127.0.0.1', port: Number(new URL(lab.url).port) });
    const { page } = await visit({ script: 'on' });
    const asked: number[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const after = /"afterSeq":(\d+)/.exec(String(payload))?.[1];
        if (after) asked.push(Number(after));
      }),
    );
    const person = new Person(page, line.through(lab.url).replace('127.0.0.1', 'localhost'));
    await person.logIn(code);
    await eventually(() => asked.length === 1);

    for (const sentence of ['There is 1 new reply', 'There are 2 new replies']) {
      line.sever();
      await lab.server.seed.reply(staff, 'In between.');
      expect(await person.words()).not.toMatch(/connection|lost|offline/i);
      line.mend();
      await page.getByRole('status').getByText(sentence).waitFor();
    }
    line.sever();
    line.mend();
    await eventually(() => asked.length === 4);
    await person.follow('Check for replies');

    expect((await person.words()).match(/In between\./g)).toHaveLength(2);
    expect(asked.slice(0, 4)).toEqual([0, 0, 1, 2]);
    await line.close();
  });
});
