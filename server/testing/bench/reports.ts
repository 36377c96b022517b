import { randomUUID } from 'node:crypto';
import { OPT_IN, SUBMIT } from '../operations.ts';
import type { Setting } from './stage.ts';
import type { WireConnection } from './wire-connection.ts';

/** A code with the enrolment that makes it work. */
export interface Offer {
  readonly code: string;
  readonly enrolment: string;
}

/** A login alone; what it leads to is read with `myReport`. */
const LOG_IN = `mutation($code: String!) { loginWithCode(code: $code) {
  __typename ... on ReporterSession { token idleMinutes endsAt } } }`;

/** About as much as a person writes: with the picked answers it falls into the bucket of 2 KiB. */
const WORDS =
  'It began in the spring, in the small office behind the library, and nobody else was there. '.repeat(14);

/** Sends a report. @throws {Error} it was not accepted. */
export async function submit(
  connection: WireConnection,
  { questionnaireVersion }: Setting,
  enrolment?: string,
): Promise<void> {
  const input = {
    idempotencyKey: randomUUID(),
    questionnaireVersion,
    locale: 'en',
    answers: [
      { question: 'what-happened', text: WORDS },
      { question: 'kinds', choices: ['bullying', 'something-else'] },
      { question: 'when', month: '2026-01' },
      { question: 'where', choices: ['site'] },
      { question: 'who', choices: ['manager'] },
      { question: 'reporter-role', choices: ['staff'] },
    ],
    enrolment,
  };
  const { body } = await connection.post(JSON.stringify({ query: SUBMIT, variables: { input } }));
  expect(body, 'ReportSubmitted');
}

/** Asks for a code. @throws {Error} none was given. */
export async function optIn(connection: WireConnection): Promise<Offer> {
  const { body } = await connection.post(JSON.stringify({ query: OPT_IN }));
  expect(body, 'MessagingOffer');
  return (JSON.parse(body) as { data: { optIntoMessaging: Offer } }).data.optIntoMessaging;
}

/** Logs in with a code, as far as a client needs to go on. @throws {Error} it was not let in. */
export async function logIn(connection: WireConnection, code: string): Promise<void> {
  const { body } = await connection.post(JSON.stringify({ query: LOG_IN, variables: { code } }));
  expect(body, 'ReporterSession');
}

/** Only the wanted answer counts: a refusal is fast. */
function expect(body: string, typename: string): void {
  if (!body.includes(`"__typename":"${typename}"`)) throw new Error(`Not ${typename}: ${body}`);
}
