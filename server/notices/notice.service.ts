import type { DataSource } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { StaffRole } from '../staff/staff-role.type.ts';
import { MailNotSent, type MailPost } from './mail-post.service.ts';
import { noticeText, SUBJECT } from './notice-text.ts';

/** Hours of the organisation's day at which notices go out. */
export const NOTICE_HOURS: readonly number[] = [9, 14];

interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly hasNews: boolean;
}

/**
 * Sends everybody who works with cases a notice at fixed hours, whether or not anything came.
 *
 * Nothing is sent when a report or a message arrives: mail that follows what a reporter does would tell the time of it
 * to every mail server on the way.
 */
export class NoticeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly post: MailPost,
  ) {}

  /**
   * Sends the notices of this hour, where it is one of those, to all who did not get theirs yet.
   *
   * @param signal ends it between two mails.
   * @throws {MailNotSent} at least one could not be handed over, or was not before the end; called again, those alone are
   *   tried.
   */
  async run(signal: AbortSignal): Promise<void> {
    const hour = await this.organisations.hour();
    if (!NOTICE_HOURS.includes(hour)) return;
    const slot = `${await this.organisations.today()} ${hour}`;
    let hasFailed = false;
    for (const { id, email, hasNews } of await this.recipients(slot)) {
      // Returning would count as done, and the others would never get theirs.
      if (signal.aborted) throw new MailNotSent();
      const isSent = await this.post.send(email, SUBJECT, noticeText(hasNews)).then(
        () => true,
        () => false,
      );
      if (isSent) {
        await this.dataSource.query('UPDATE caseworker SET last_notice = $2 WHERE id = $1', [id, slot]);
      }
      hasFailed ||= !isSent;
    }
    if (hasFailed) throw new MailNotSent();
  }

  private async recipients(slot: string): Promise<Recipient[]> {
    return this.dataSource.query<Recipient[]>(
      `SELECT p.id, p.email, EXISTS (
         SELECT FROM case_wrap w LEFT JOIN conversation c ON c.case_id = w.case_id
         WHERE w.caseworker_id = p.id
           AND (w.read_seq IS NULL OR w.read_seq < COALESCE(c.last_reporter_seq, 0))) AS "hasNews"
       FROM caseworker p
       WHERE p.is_active AND $2 = ANY(p.roles) AND p.mail_notices AND p.last_notice IS DISTINCT FROM $1
       ORDER BY p.id`,
      [slot, StaffRole.CASEWORKER],
    );
  }
}
