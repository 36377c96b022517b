import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { drawAccessCode, formatAccessCode } from '../access/access-code.ts';
import type { App } from '../app.ts';
import type { Clock } from '../shared/clock.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { KeptAdministrator } from './kept-administrator.ts';
import { ACCEPT, CASES, LOG_IN, OPT_IN, QUESTIONNAIRE, REPLY, SEND, SIGN_IN, SUBMIT } from './operations.ts';

/** A password that the policy takes. */
export const PASSWORD = 'otter violin monday lamp';

/** Brings a server into a state through the same doors as everybody. */
export class Seed {
  constructor(
    private readonly app: App,
    private readonly anyone: () => GraphQLClient,
    private readonly stranger: () => GraphQLClient,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly kept: KeptAdministrator,
  ) {}

  /**
   * Accepts the first administrator's link; the client is signed in. Whoever joined so in an earlier test of the file is
   * put back as they were then.
   */
  async firstAdministrator(): Promise<GraphQLClient> {
    const link = this.app.firstAdministratorLink;
    const [, token] = link && 'url' in link ? link.url.split('#') : [];
    if (!token) throw new Error('There is no link for a first administrator');
    const client = this.stranger();
    if (!(await this.kept.restore(token, client, this.dataSource, this.clock))) {
      const input = { token, name: 'Morgan Ellis', email: 'morgan@example.ac.uk', password: PASSWORD };
      const outcome = await client.outcome(ACCEPT, { input });
      if (outcome.__typename !== 'Welcome') throw new Error(JSON.stringify(outcome));
      await this.kept.keep(client, this.dataSource, this.clock);
    }
    // Tests that are not about it sign in with a password alone, and find no trace of the choice in the audit log.
    await this.dataSource.query(
      'INSERT INTO staff_policy (is_only, needs_second_factor) VALUES (true, false) ON CONFLICT DO NOTHING',
    );
    return client;
  }

  /** The token of a new invitation that works for a day. @param email null: whoever accepts it says theirs. */
  async invitation(email: string | null = null, worksForHours = 24): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.dataSource.query(
      'INSERT INTO invitation (token_hash, roles, email, works_until) VALUES ($1, $2, $3, $4)',
      [
        createHash('sha256').update(token).digest(),
        ['CASEWORKER'],
        email,
        new Date(this.clock.now().getTime() + worksForHours * 3_600_000),
      ],
    );
    return token;
  }

  /** Another caseworker, who is signed in and holds a key to no case that was sent before. */
  async colleague(): Promise<GraphQLClient> {
    const client = this.stranger();
    const outcome = await client.outcome(ACCEPT, {
      input: {
        token: await this.invitation('noor@example.ac.uk'),
        name: 'Noor Haddad',
        password: 'harbour pencil comet wool',
      },
    });
    if (outcome.__typename !== 'Welcome') throw new Error(JSON.stringify(outcome));
    return client;
  }

  /** Somebody who has an account already, in a new session. */
  async signedInAgain(email: string, password: string): Promise<GraphQLClient> {
    const client = this.stranger();
    const outcome = await client.outcome(SIGN_IN, { input: { email, password } });
    if (outcome.__typename !== 'StaffSession') throw new Error(JSON.stringify(outcome));
    return client;
  }

  /** Input of a report that can be sent. `words` are what happened. */
  async reportInput(words: string, enrolment?: string): Promise<Record<string, unknown>> {
    const { questionnaire } = await this.anyone().data<{ questionnaire: { version: string } }>(QUESTIONNAIRE);
    return {
      idempotencyKey: randomUUID(),
      questionnaireVersion: questionnaire.version,
      locale: 'en',
      answers: [
        { question: 'what-happened', text: words },
        { question: 'kinds', choices: ['bullying'] },
        { question: 'when', month: '2026-01' },
      ],
      ...(enrolment && { enrolment }),
    };
  }

  /** A new code and its enrolment. */
  async offer(): Promise<{ code: string; enrolment: string }> {
    const { optIntoMessaging } = await this.anyone().data<{
      optIntoMessaging: { code: string; enrolment: string };
    }>(OPT_IN);
    return optIntoMessaging;
  }

  /** Sends a report with messaging. */
  async report(words: string): Promise<{ code: string; input: Record<string, unknown> }> {
    const { code, enrolment } = await this.offer();
    const input = await this.reportInput(words, enrolment);
    await this.submit(input);
    return { code, input };
  }

  /** Sends a report without messaging. */
  async reportWithoutMessaging(words: string): Promise<void> {
    await this.submit(await this.reportInput(words));
  }

  /** Logs in with a code; the client holds the session. */
  async reporter(code: string): Promise<{ client: GraphQLClient; token: string }> {
    const { loginWithCode } = await this.anyone().data<{ loginWithCode: { token?: string } }>(LOG_IN, {
      code,
    });
    if (!loginWithCode.token) throw new Error(JSON.stringify(loginWithCode));
    return { client: this.anyone().withToken(loginWithCode.token), token: loginWithCode.token };
  }

  /** The ids of all cases that this caseworker can open. */
  async caseIds(caseworker: GraphQLClient): Promise<string[]> {
    const { cases } = await caseworker.data<{ cases: { edges: { node: { id: string } }[] } }>(CASES, {
      first: 100,
    });
    return cases.edges.map((edge) => edge.node.id);
  }

  /** Replies to the only case there is. */
  async reply(caseworker: GraphQLClient, text: string): Promise<void> {
    const [caseId] = await this.caseIds(caseworker);
    const { replyToReporter } = await caseworker.data<{ replyToReporter: { __typename: string } }>(REPLY, {
      input: { caseId, idempotencyKey: randomUUID(), text },
    });
    if (replyToReporter.__typename !== 'ReplySent') throw new Error(JSON.stringify(replyToReporter));
  }

  /** Sends a message as a reporter. */
  async message(reporter: GraphQLClient, text: string): Promise<void> {
    const outcome = await reporter.outcome(SEND, { input: { idempotencyKey: randomUUID(), text } });
    if (outcome.__typename !== 'MessageSent') throw new Error(JSON.stringify(outcome));
  }

  /** A code that was never given out. */
  unusedCode(): string {
    return formatAccessCode(drawAccessCode());
  }

  /** The code of a conversation that was closed for good. */
  async closedConversation(): Promise<string> {
    const { code } = await this.report('closed');
    await this.dataSource.query('UPDATE conversation SET is_open = false');
    return code;
  }

  /** The code of a report that was deleted. */
  async deletedReport(): Promise<string> {
    const { code } = await this.report('deleted');
    await this.dataSource.query('DELETE FROM case_file');
    return code;
  }

  private async submit(input: Record<string, unknown>): Promise<void> {
    const { submitReport } = await this.anyone().data<{ submitReport: { __typename: string } }>(SUBMIT, {
      input,
    });
    if (submitReport.__typename !== 'ReportSubmitted') throw new Error(JSON.stringify(submitReport));
  }
}
