import { randomUUID } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import type { MailConfig } from '../config.ts';
import { domainOf, smtpOptions } from './smtp-options.ts';

/** A mail could not be handed over. It says nothing more: what a mail server answers can hold addresses and words. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
  override readonly message = 'A mail could not be handed over';
}

/** Hands mail over to a mail server. */
export class MailPost {
  private transport: Promise<Transporter> | null = null;

  constructor(private readonly config: MailConfig) {}

  /**
   * Sends a plain text. Every mail of the same subject and of a text of as many bytes has as many bytes itself, for the
   * same address.
   *
   * @throws {MailNotSent} the server is away, refuses, or offers no TLS that holds.
   */
  async send(to: string, subject: string, text: string): Promise<void> {
    const { from } = this.config;
    this.transport ??= openTransport(this.config);
    try {
      await (await this.transport).sendMail({
        from,
        to,
        subject,
        text,
        textEncoding: 'base64',
        messageId: `<${randomUUID()}@${domainOf(from)}>`,
        xMailer: false,
        // No answering machine shall answer, which would tell who is away.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch {
      throw new MailNotSent();
    }
  }
}

/** Loaded with the first mail: it would be a tenth of a second of every start. */
async function openTransport({ smtpUrl, from }: MailConfig): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({ ...smtpOptions(smtpUrl, from), disableFileAccess: true, disableUrlAccess: true });
}
