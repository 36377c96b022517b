import { describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from '../graphql-client.ts';
import { CASE, LOG_IN, MY_REPORT, SUBMIT } from '../operations.ts';
import { useTestServer } from '../test-server.ts';

/** Swaps a column between the two rows of a table. */
function swap(table: string, column: string): string {
  return `UPDATE ${table} a SET ${column} = b.${column} FROM ${table} b WHERE a.ctid <> b.ctid`;
}

describe('whoever can write to the database', () => {
  const lab = useTestServer();

  /** Two conversations with a message each, contact details in both. */
  async function two(): Promise<{ caseworker: GraphQLClient; codes: string[] }> {
    const caseworker = await lab.seed.firstAdministrator();
    const codes: string[] = [];
    for (const who of ['one', 'other']) {
      const { code, enrolment } = await lab.seed.offer();
      const contactDetails = { name: `name of ${who}`, email: `${who}@example.org` };
      const input = { ...(await lab.seed.reportInput(`words of ${who}`, enrolment)), contactDetails };
      await lab.anyone().outcome(SUBMIT, { input });
      const { client } = await lab.seed.reporter(code);
      await lab.seed.message(client, `a message of ${who}`);
      codes.push(code);
    }
    return { caseworker, codes };
  }

  /** What caseworker and reporters are shown, and what went wrong, in one text. */
  async function shown(caseworker: GraphQLClient, codes: readonly string[]): Promise<string> {
    const answers: unknown[] = [];
    for (const id of await lab.seed.caseIds(caseworker)) answers.push(await caseworker.send(CASE, { id }));
    for (const code of codes) answers.push(await lab.anyone().send(LOG_IN, { code }));
    return JSON.stringify(answers);
  }

  it('shows nobody anything wrong while nothing is moved', async () => {
    const { caseworker, codes } = await two();

    const text = await shown(caseworker, codes);

    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
    expect(text.match(/words of one/g)).toHaveLength(2);
  });

  it.each<[string, string, string, RegExp]>([
    ['answers', 'case_file', 'sealed_answers', /words of/],
    ['contact details', 'case_file', 'sealed_contact_details', /name of/],
    ['messages of two conversations', 'message', 'sealed_text', /a message of/],
    [
      'the keys of two cases',
      'case_wrap',
      'case_key_wrap',
      /"number":"\w{3}-\w{3}","status":"\w+",.*words of/,
    ],
  ])('cannot swap %s', async (_, table, column, hidden) => {
    const { caseworker } = await two();

    await lab.dataSource.query(swap(table, column));

    const text = await shown(caseworker, []);
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(hidden);
  });

  it.each<[string, string]>([
    ['the private keys of two conversations', 'private_key_wrap'],
    ['the case keys of two conversations', 'case_key_wrap'],
    ['the public keys of two conversations', 'public_key'],
  ])('cannot swap %s', async (_, column) => {
    const { codes } = await two();

    await lab.dataSource.query(swap('conversation', column));

    const answers = await Promise.all(codes.map((code) => lab.anyone().send(LOG_IN, { code })));
    expect(JSON.stringify(answers)).not.toMatch(/words of|a message of/);
    expect(answers.filter(({ errors }) => !errors)).toEqual([]);
  });

  it('cannot make a code of its own open the conversation of somebody else', async () => {
    const { codes } = await two();
    const [gone] = await lab.dataSource.query<{ lookup_id: Buffer }[]>(
      'SELECT lookup_id FROM conversation ORDER BY id LIMIT 1',
    );
    await lab.dataSource.query('DELETE FROM conversation WHERE lookup_id = $1', [gone?.lookup_id]);
    await lab.dataSource.query('UPDATE conversation SET lookup_id = $1', [gone?.lookup_id]);

    const answers = await Promise.all(codes.map((code) => lab.anyone().send(LOG_IN, { code })));

    const text = JSON.stringify(answers);
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).toContain('CodeNotRecognised');
    expect(text).not.toMatch(/words of|a message of/);
  });

  it('cannot put one message in the place of another of the same conversation', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    const { client } = await lab.seed.reporter(code);
    await lab.seed.message(client, 'I agree');
    await lab.seed.message(client, 'I do not agree');

    await lab.dataSource.query(swap('message', 'sealed_text'));

    const text = JSON.stringify(await client.send(MY_REPORT)) + (await shown(caseworker, []));
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/agree/);
  });

  it('cannot put one column in the place of another of the same case', async () => {
    const { caseworker } = await two();

    await lab.dataSource.query(
      'UPDATE case_file SET sealed_answers = sealed_contact_details, sealed_contact_details = sealed_answers',
    );

    const text = await shown(caseworker, []);
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/words of|name of/);
  });

  it('cannot hand one session the key of another', async () => {
    const { codes } = await two();
    const sessions = await Promise.all(codes.map((code) => lab.seed.reporter(code)));
    await lab.dataSource.query(
      "DELETE FROM reporter_session WHERE token_hash <> ALL(SELECT sha256(convert_to(token, 'UTF8')) FROM unnest($1::text[]) AS token)",
      [sessions.map(({ token }) => token)],
    );

    await lab.dataSource.query(swap('reporter_session', 'conversation_id'));

    const answers = await Promise.all(sessions.map(({ client }) => client.send(MY_REPORT)));
    expect(JSON.stringify(answers)).not.toMatch(/words of/);
    expect(answers.filter(({ errors }) => !errors)).toEqual([]);
  });

  it('cannot let a caseworker in whom the case was not wrapped for', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.reportWithoutMessaging('words of one');
    const colleague = await lab.seed.colleague();
    const [id] = await lab.seed.caseIds(caseworker);

    await lab.dataSource.query(
      `INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
       SELECT w.case_id, c.id, w.case_key_wrap FROM case_wrap w, caseworker c WHERE c.id <> w.caseworker_id`,
    );

    const text = JSON.stringify(await colleague.send(CASE, { id }));
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toContain('words of');
  });
});
