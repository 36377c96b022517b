import type { DataSource } from 'typeorm';
import type { MySettings } from './my-settings.type.ts';

/** What members of staff chose for themselves. */
export class MySettingsService {
  /** @param sendsMail whether notices can be sent by mail here at all. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly sendsMail: boolean,
  ) {}

  /** What somebody chose, or what everybody begins with. */
  async of(caseworkerId: string): Promise<MySettings> {
    const [row] = await this.dataSource.query<Omit<MySettings, 'sendsMail'>[]>(
      'SELECT single_keys AS "singleKeys", mail_notices AS "mailNotices" FROM caseworker WHERE id = $1',
      [caseworkerId],
    );
    return { ...(row ?? { singleKeys: true, mailNotices: true }), sendsMail: this.sendsMail };
  }

  /** Switches the single-key short cuts on or off. */
  async useSingleKeys(caseworkerId: string, singleKeys: boolean): Promise<MySettings> {
    await this.dataSource.query('UPDATE caseworker SET single_keys = $2 WHERE id = $1', [
      caseworkerId,
      singleKeys,
    ]);
    return this.of(caseworkerId);
  }

  /** Switches the notices by mail on or off. */
  async useMailNotices(caseworkerId: string, mailNotices: boolean): Promise<MySettings> {
    await this.dataSource.query('UPDATE caseworker SET mail_notices = $2 WHERE id = $1', [
      caseworkerId,
      mailNotices,
    ]);
    return this.of(caseworkerId);
  }
}
