import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import type { AuditLogService } from '../audit/audit-log.service.ts';
import type { OrganisationService } from './organisation.service.ts';
import { OrganisationSettingsResolver } from './organisation-settings.resolver.ts';
import { OrganisationSettingsService } from './organisation-settings.service.ts';
import { SettingCheckResolver } from './setting-check.resolver.ts';
import { SettingCheckService } from './setting-check.service.ts';

/** Builds what administrators set and look through, for the staff door. */
export function openSettings(
  dataSource: DataSource,
  organisations: OrganisationService,
  audit: AuditService,
  auditLog: AuditLogService,
): readonly object[] {
  return [
    new OrganisationSettingsResolver(new OrganisationSettingsService(dataSource, organisations, audit)),
    new SettingCheckResolver(new SettingCheckService(dataSource, audit, auditLog)),
  ];
}
