import type { DataSource } from 'typeorm';
import type { MySettings } from './my-settings.type.ts';

/** What members of staff chose for themselves. */
export class MySettingsService {
  constructor(private readonly dataSource: DataSource) {}

  /** What somebody chose, or what everybody begins with. */
  async of(caseworkerId: string): Promise<MySettings> {
    const [row] = await this.dataSource.query<MySettings[]>(
      'SELECT single_keys AS "singleKeys" FROM caseworker WHERE id = $1',
      [caseworkerId],
    );
    return row ?? { singleKeys: true };
  }

  /** Switches the single-key short cuts on or off. */
  async useSingleKeys(caseworkerId: string, singleKeys: boolean): Promise<MySettings> {
    await this.dataSource.query('UPDATE caseworker SET single_keys = $2 WHERE id = $1', [
      caseworkerId,
      singleKeys,
    ]);
    return { singleKeys };
  }
}
