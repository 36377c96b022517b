import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.ts';
import { domainOf, smtpOptions } from './smtp-options.ts';

/** A mail could not be handed over. It says nothing more: what a mail server answers can hold addresses and words. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
  override readonly message = 'A mail could not be handed over';
}

/** Hands mail over to a mail server. */
export class MailPost {
  private readonly transport;

  private readonly from: string;

  constructor({ smtpUrl: url, from }: MailConfig) {
    this.from = from;
    this.transport = createTransport({
      ...smtpOptions(url, from),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /**
   * Sends a plain text. Every mail of the same subject and of a text of as many bytes has as many bytes itself, for the
   * same address.
   *
   * @throws {MailNotSent} the server is away, refuses, or offers no TLS that holds.
   */
  async send(to: string, subject: string, text: string): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        textEncoding: 'base64',
        messageId: `<${randomUUID()}@${domainOf(this.from)}>`,
        xMailer: false,
        // No answering machine shall answer, which would tell who is away.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch {
      throw new MailNotSent();
    }
  }
}
