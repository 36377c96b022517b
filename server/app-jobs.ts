import type { DataSource } from 'typeorm';
import type { MailConfig } from './config.ts';
import type { Job } from './database/jobs.ts';
import { MailPost } from './notices/mail-post.service.ts';
import { NoticeService } from './notices/notice.service.ts';
import type { OrganisationService } from './organisation/organisation.service.ts';
import type { RetentionService } from './retention/retention.service.ts';

/** What the jobs do their work with. */
export interface JobParts {
  readonly dataSource: DataSource;
  readonly organisations: OrganisationService;
  readonly deleting: RetentionService;
  /** null: no mail at all. */
  readonly mail: MailConfig | null;
}

/** A case is deleted by the day, and the next hour goes on with what is left: nothing is pressing here. */
const DELETING = 30 * 60; // 30 minutes

/** Short enough that what was lost is done again within the hour that the notices are for. */
const NOTIFYING = 10 * 60; // 10 minutes

/** What is done at fixed times. */
export function jobsOf({ dataSource, organisations, deleting, mail }: JobParts): Job[] {
  const jobs: Job[] = [
    {
      name: 'retention',
      cron: '20 * * * *',
      within: DELETING,
      run: async (signal) => void (await deleting.run(signal)),
    },
  ];
  if (mail) {
    const notices = new NoticeService(dataSource, organisations, new MailPost(mail));
    jobs.push({
      name: 'notices',
      cron: '0 * * * *',
      within: NOTIFYING,
      run: (signal) => notices.run(signal),
    });
  }
  return jobs;
}
