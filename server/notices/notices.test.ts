import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { CaseStory } from '../testing/case-story.ts';
import { useTestServer } from '../testing/test-server.ts';
import { MailPost } from './mail-post.service.ts';
import { NOTICE_HOURS, NoticeService } from './notice.service.ts';

const HOUR = 3_600_000; // milliseconds

const MY_SETTINGS = '{ mySettings { mailNotices sendsMail } }';
const USE_NOTICES = 'mutation($on: Boolean!) { useMailNotices(on: $on) { mailNotices sendsMail } }';

/** A mail as it came in: to whom, and every byte of it. */
interface Mail {
  readonly to: string;
  readonly raw: string;
}

describe('notices by mail', () => {
  const lab = useTestServer();
  const open: SMTPServer[] = [];
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  /** A real mail server on this machine. */
  async function mailServer(options: SMTPServerOptions = {}) {
    const mails: Mail[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          mails.push({ to, raw: Buffer.concat(chunks).toString('latin1') });
          done();
        });
      },
      ...options,
    });
    // What a client did to the connection is the client's matter.
    server.on('error', () => undefined);
    open.push(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    return { mails, port };
  }

  const noticesBy = (url: string) =>
    new NoticeService(
      lab.dataSource,
      new OrganisationService(lab.dataSource, lab.clock),
      new MailPost({ smtpUrl: url, from: 'notices@example.org' }),
    );

  const send = (url: string) => noticesBy(url).run(new AbortController().signal);

  /** Moves the clock on to an hour of the day in London. */
  function turnTo(hour: number): void {
    const now = () =>
      Number(
        new Intl.DateTimeFormat('en-GB', {
          hour: '2-digit',
          hourCycle: 'h23',
          timeZone: 'Europe/London',
        }).format(lab.clock.now()),
      );
    while (now() !== hour) lab.clock.advance(HOUR);
  }

  /** The text of a mail, read without anything of the program. */
  function textOf({ raw }: Mail): string {
    const [head = '', body = ''] = raw.split(/\r\n\r\n/, 2);
    expect(head).toMatch(/^Content-Transfer-Encoding: base64$/m);
    return Buffer.from(body, 'base64').toString('utf8');
  }

  it('have the same subject and as many bytes whether or not anything came, and no word, number or link', async () => {
    const story = await CaseStory.begin(lab, 'canary words');
    const { number } = await story.record();
    await story.noor.data('mutation($id: ID!) { markCaseRead(caseId: $id, upToSeq: 0) }', {
      id: story.caseId,
    });
    const { mails, port } = await mailServer();
    turnTo(9);

    await send(`smtp://127.0.0.1:${port}`);

    const [morgan, noor] = ['morgan@example.ac.uk', 'noor@example.ac.uk'].map((to) =>
      mails.find((mail) => mail.to === to),
    );
    if (!morgan || !noor) throw new Error('Two mails were to come');
    expect(mails).toHaveLength(2);
    expect(textOf(morgan)).toContain('There is something that you have not opened yet.');
    expect(textOf(noor)).toContain('There is nothing that you have not opened yet.');
    // The address is all that differs.
    expect(morgan.raw.length - morgan.to.length).toBe(noor.raw.length - noor.to.length);
    for (const mail of mails) {
      expect(mail.raw).toMatch(/^Subject: Your regular notice$/m);
      expect(`${mail.raw}${textOf(mail)}`).not.toMatch(/canary|https?:|X-Mailer|nodemailer/i);
      expect(`${mail.raw}${textOf(mail)}`).not.toContain(number);
      expect(textOf(mail)).not.toMatch(/\d/);
    }
  });

  it('go out at fixed hours alone, once for each', async () => {
    await lab.seed.firstAdministrator();
    const { mails, port } = await mailServer();
    const url = `smtp://127.0.0.1:${port}`;

    const counts: number[] = [];
    for (let hour = 0; hour < 24; hour += 1) {
      lab.clock.advance(HOUR);
      await send(url);
      await send(url);
      counts.push(mails.length);
    }

    expect(counts.at(-1)).toBe(NOTICE_HOURS.length);
  });

  it('go to nobody who wants none, who is switched off, or who works on no cases', async () => {
    await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    expect(await noor.data(MY_SETTINGS)).toEqual({ mySettings: { mailNotices: true, sendsMail: false } });
    expect(await noor.data(USE_NOTICES, { on: false })).toEqual({
      useMailNotices: { mailNotices: false, sendsMail: false },
    });
    const { mails, port } = await mailServer();
    turnTo(9);

    await send(`smtp://127.0.0.1:${port}`);
    expect(mails.map(({ to }) => to)).toEqual(['morgan@example.ac.uk']);

    await lab.dataSource.query("UPDATE caseworker SET roles = '{ADMINISTRATOR}'");
    turnTo(14);
    await send(`smtp://127.0.0.1:${port}`);
    expect(mails).toHaveLength(1);
  });

  it('that could not be handed over are tried again, and those that were are not', async () => {
    await CaseStory.begin(lab);
    let isRefusing = true;
    const { mails, port } = await mailServer({
      onRcptTo({ address }, _session, done) {
        done(isRefusing && address.startsWith('noor') ? new Error('canary: mailbox is full') : undefined);
      },
    });
    const url = `smtp://127.0.0.1:${port}`;
    turnTo(9);

    const failure = await send(url).catch((error: unknown) => error);
    const before = mails.map(({ to }) => to);
    isRefusing = false;
    await send(url);

    expect(failure).toMatchObject({ name: 'MailNotSent' });
    expect(`${(failure as Error).stack}${JSON.stringify(failure)}`).not.toMatch(/canary|noor|example/);
    expect(before).toEqual(['morgan@example.ac.uk']);
    expect(mails.map(({ to }) => to)).toEqual(['morgan@example.ac.uk', 'noor@example.ac.uk']);
  });

  it('that did not go out before the program ended go out when they are tried again, and no other does', async () => {
    await CaseStory.begin(lab);
    const ending = new AbortController();
    const { mails, port } = await mailServer({
      onRcptTo(_address, _session, done) {
        ending.abort();
        done();
      },
    });
    const url = `smtp://127.0.0.1:${port}`;
    turnTo(9);

    const cut = await noticesBy(url)
      .run(ending.signal)
      .catch((error: unknown) => error);
    const before = mails.length;
    await send(url);

    expect(cut).toMatchObject({ name: 'MailNotSent' });
    expect(before).toBe(1);
    expect(mails.map(({ to }) => to).sort()).toEqual(['morgan@example.ac.uk', 'noor@example.ac.uk']);
  });

  it('fail without a word where the mail server is gone', async () => {
    await lab.seed.firstAdministrator();
    turnTo(9);

    await expect(send('smtp://127.0.0.1:1')).rejects.toMatchObject({
      name: 'MailNotSent',
      message: 'A mail could not be handed over',
    });
  });

  it('are not handed to a server whose certificate nobody vouches for', async () => {
    await lab.seed.firstAdministrator();
    const { mails, port } = await mailServer({ secure: true, disabledCommands: [] });
    turnTo(9);

    await expect(send(`smtps://127.0.0.1:${port}`)).rejects.toMatchObject({ name: 'MailNotSent' });
    expect(mails).toEqual([]);
  });

  it('are the choice of each, and need a session', async () => {
    expect(await lab.stranger().errorCodes(USE_NOTICES, { on: true })).toEqual(['UNAUTHENTICATED']);
  });
});
