import type { DataSource, EntityManager } from 'typeorm';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import type { AuditLogService } from '../audit/audit-log.service.ts';
import { inTransaction } from '../database/transaction.ts';
import { SettingToCheck } from './setting-to-check.type.ts';
import { lockedSettings } from './stored-settings.ts';

/** What somebody does who makes a setting that came with the program their own. */
const CHANGES: Readonly<Record<SettingToCheck, AuditAct>> = {
  [SettingToCheck.WORDING]: AuditAct.WORDING_CHANGED,
  [SettingToCheck.SUPPORT_SERVICES]: AuditAct.SUPPORT_SERVICES_CHANGED,
  [SettingToCheck.REPLY_TIMES]: AuditAct.SERVICE_HOURS_CHANGED,
};

/**
 * Knows which settings are still as they came with the program.
 *
 * They suit one country: elsewhere somebody in danger would be told to call a number that nobody answers. Whether a
 * person has looked at them is what the audit log says.
 */
export class SettingCheckService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly log: AuditLogService,
  ) {}

  /** Those that nobody has changed or confirmed, in the order in which a reporter meets them. */
  toCheck(): Promise<SettingToCheck[]> {
    return this.unchecked(this.dataSource.manager);
  }

  /** Writes down that a setting is right as it came; once, however often and by how many it is said. */
  async confirm(by: AuditActor, setting: SettingToCheck): Promise<SettingToCheck[]> {
    return inTransaction(this.dataSource, async (manager) => {
      await lockedSettings(manager);
      const unchecked = await this.unchecked(manager);
      if (unchecked.includes(setting)) {
        this.audit.record(manager, by, AuditAct.SETTING_CONFIRMED, null, { setting });
      }
      return unchecked.filter((other) => other !== setting);
    });
  }

  private async unchecked(manager: EntityManager): Promise<SettingToCheck[]> {
    const done = await this.log.everDone(manager, [...Object.values(CHANGES), AuditAct.SETTING_CONFIRMED]);
    return Object.values(SettingToCheck).filter(
      (setting) =>
        !done.some(({ act, details }) => act === CHANGES[setting] || details['setting'] === setting),
    );
  }
}
