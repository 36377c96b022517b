import { randomBytes } from 'node:crypto';

/** What somebody reports. */
export interface ReportToSend {
  readonly words: string;
  readonly messaging: boolean;
  /** BCP 47. @default en */
  readonly locale?: string;
  /** Ids of choices of the first question that has several. @default none */
  readonly kinds?: readonly string[];
  readonly contactDetails?: { readonly name: string; readonly email?: string; readonly phone?: string };
}

/** Somebody who reports, with nothing but HTTP. */
export class Reporter {
  private token: string | undefined;

  private constructor(
    private readonly publicUrl: string,
    /** The code, where they opted into messaging. */
    readonly code: string | null,
  ) {}

  /** Sends a report. @throws {Error} it was not taken. */
  static async report(
    publicUrl: string,
    { words, messaging, locale = 'en', kinds = [], contactDetails }: ReportToSend,
  ): Promise<Reporter> {
    const ask = new Reporter(publicUrl, null);
    const { questionnaire } = await ask.send('query { questionnaire { version questions { id kind } } }');
    const first = (wanted: string) =>
      questionnaire.questions.find(({ kind }: { kind: string }) => kind === wanted).id;
    const offer = messaging
      ? (await ask.send('mutation { optIntoMessaging { ... on MessagingOffer { code enrolment } } }'))
          .optIntoMessaging
      : null;
    const input = {
      idempotencyKey: randomBytes(16).toString('hex'),
      questionnaireVersion: questionnaire.version,
      locale,
      answers: [
        { question: first('LONG_TEXT'), text: words },
        ...(kinds.length > 0 ? [{ question: first('MANY_CHOICES'), choices: kinds }] : []),
      ],
      ...(offer && { enrolment: offer.enrolment }),
      ...(contactDetails && { contactDetails }),
    };
    const { submitReport } = await ask.send(
      'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }',
      { input },
    );
    if (submitReport.__typename !== 'ReportSubmitted') throw new Error(submitReport.__typename);
    return new Reporter(publicUrl, offer?.code ?? null);
  }

  /** The messages as the reporter has them. */
  async messages(): Promise<readonly { author: string; text: string }[]> {
    await this.logIn();
    const { myReport } = await this.send('query { myReport { messages { author text } } }');
    return myReport.messages;
  }

  /** Sends a message. @throws {Error} it was not taken. */
  async write(text: string): Promise<void> {
    await this.logIn();
    const { sendMessage } = await this.send(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
      { input: { idempotencyKey: randomBytes(16).toString('hex'), text } },
    );
    if (sendMessage.__typename !== 'MessageSent') throw new Error(sendMessage.__typename);
  }

  private async logIn(): Promise<void> {
    if (this.token !== undefined) return;
    const { loginWithCode } = await this.send(
      'mutation ($code: String!) { loginWithCode(code: $code) { __typename ... on ReporterSession { token } } }',
      { code: this.code },
    );
    this.token = loginWithCode.token;
  }

  // biome-ignore lint/suspicious/noExplicitAny: an answer is what it is; the tests read it like any outside client
  private async send(query: string, variables: object = {}): Promise<any> {
    const response = await fetch(new URL('/graphql', this.publicUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
}
