import type { DataSource, EntityManager } from 'typeorm';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Day } from '../shared/day.ts';
import {
  InvalidThreshold,
  type StatisticsSetting,
  StatisticsSettingChanged,
} from './statistics-setting.type.ts';
import { monthAfter } from './tally.service.ts';

/** With less, a number tells of people who know each other. The table holds no lower one either. */
const LEAST = 5;
const MOST = 100;

/** Below which number nothing is told. */
export class StatisticsSettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** As it is stored, and from when on it counts. */
  async read(manager: EntityManager = this.dataSource.manager): Promise<StatisticsSetting> {
    const [row] = await manager.query<
      { threshold: number; counted_from: Day; last: Day | null; in_force: number | null }[]
    >(
      `SELECT s.threshold, s.counted_from, c.month AS last, c.threshold AS in_force FROM statistics.setting s
       LEFT JOIN LATERAL (SELECT month, threshold FROM statistics.closed_month ORDER BY month DESC LIMIT 1) c ON true`,
    );
    if (!row) throw new Error('The statistics were not prepared');
    const { threshold } = row;
    const next = row.last === null ? row.counted_from : monthAfter(row.last);
    const isSameYear = row.last !== null && next.slice(0, 4) === row.last.slice(0, 4);
    const inForce = isSameYear ? (row.in_force ?? threshold) : threshold;
    const appliesFrom = inForce === threshold ? next : `${Number(next.slice(0, 4)) + 1}-01-01`;
    return { threshold, inForce, appliesFrom };
  }

  /** Stores another threshold. What was told stays told; a year that has begun to be told goes on with its own. */
  async change(by: AuditActor, threshold: number): Promise<StatisticsSettingChanged | InvalidThreshold> {
    if (threshold < LEAST || threshold > MOST) {
      return new InvalidThreshold(`Choose a number from ${LEAST} to ${MOST}. Nothing was stored.`);
    }
    return inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>(
        'UPDATE statistics.setting SET threshold = $1 WHERE threshold <> $1 RETURNING 1',
        [threshold],
      );
      if (rows.length > 0) {
        this.audit.record(manager, by, AuditAct.STATISTICS_CHANGED, null, { threshold });
      }
      return new StatisticsSettingChanged(await this.read(manager));
    });
  }
}
