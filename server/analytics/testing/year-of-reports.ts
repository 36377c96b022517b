import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { DeploymentSecrets } from '../../crypto/deployment-secrets.ts';
import { OrganisationService } from '../../organisation/organisation.service.ts';
import type { Clock } from '../../shared/clock.ts';
import { ClosingService } from '../closing.service.ts';
import { TallyService } from '../tally.service.ts';
import type { ReportFacts } from '../tally.ts';

/** Where numbers are made: the database, secret and clock of a test server. */
export interface CountingLab {
  readonly dataSource: DataSource;
  readonly master: Buffer;
  readonly clock: Clock;
}

/** A report as the statistics know it, and when it came. */
export interface CountedOn {
  readonly receivedOn: string;
  readonly facts: ReportFacts;
}

/** Counts reports as if they had come on their days, through the code that counts every report. */
export async function countAll(lab: CountingLab, reports: readonly CountedOn[]): Promise<void> {
  const tallies = new TallyService(DeploymentSecrets.fromMaster(lab.master));
  for (let start = 0; start < reports.length; start += 500) {
    await lab.dataSource.transaction(async (manager) => {
      for (const { receivedOn, facts } of reports.slice(start, start + 500)) {
        const { text, values } = await tallies.counting(manager, receivedOn, facts);
        await manager.query(text, [...values]);
      }
    });
  }
}

/** Closes every month that is over by the clock of the lab, from `countedFrom` on. */
export async function closeMonths(lab: CountingLab, countedFrom?: string): Promise<void> {
  if (countedFrom)
    await lab.dataSource.query('UPDATE statistics.setting SET counted_from = $1', [countedFrom]);
  const tallies = new TallyService(DeploymentSecrets.fromMaster(lab.master));
  const organisations = new OrganisationService(lab.dataSource, lab.clock);
  await new ClosingService(lab.dataSource, organisations, tallies).sweep(await organisations.today());
}

/** What the cases of counted reports show: as little of them as closing a month reads. */
export async function storeCases(
  lab: CountingLab,
  cases: readonly { receivedOn: string; status: string; messaging: boolean; hasContactDetails: boolean }[],
): Promise<void> {
  const [version] = await lab.dataSource.query<{ id: string }[]>(
    'SELECT id FROM questionnaire_version LIMIT 1',
  );
  for (const { receivedOn, status, messaging, hasContactDetails } of cases) {
    await lab.dataSource.query(
      `INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging,
                              sealed_answers, sealed_contact_details, changed_on, closed_on)
       VALUES ($1, $2, $3, $4, 'en', $5, $6, '\\x01', $7, $3, $8)`,
      [
        randomUUID(),
        randomUUID(),
        receivedOn,
        status,
        version?.id,
        messaging,
        hasContactDetails ? Buffer.of(1) : null,
        status === 'CLOSED' ? receivedOn : null,
      ],
    );
  }
}
