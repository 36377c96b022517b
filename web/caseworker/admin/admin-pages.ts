import type { ComponentType } from 'react';

/** Every page of the administration, in the order in which it is listed. */
export const ADMIN_PAGES = [
  {
    path: 'people',
    load: async () => ({ Component: (await import('../people/PeoplePage.tsx')).PeoplePage }),
  },
  {
    path: 'teams',
    load: async () => ({ Component: (await import('../people/TeamsPage.tsx')).TeamsPage }),
  },
  {
    path: 'kept-out',
    load: async () => ({ Component: (await import('../kept-out/KeptOutPage.tsx')).KeptOutPage }),
  },
  {
    path: 'audit',
    load: async () => ({ Component: (await import('../audit/AuditPage.tsx')).AuditPage }),
  },
  {
    path: 'questions',
    load: async () => ({ Component: (await import('../questions/QuestionsPage.tsx')).QuestionsPage }),
  },
  {
    path: 'api-tokens',
    load: async () => ({ Component: (await import('../tokens/ApiTokensPage.tsx')).ApiTokensPage }),
  },
  {
    path: 'wording',
    load: async () => ({ Component: (await import('../organisation/WordingPage.tsx')).WordingPage }),
  },
  {
    path: 'support',
    load: async () => ({ Component: (await import('../organisation/SupportPage.tsx')).SupportPage }),
  },
  {
    path: 'reply-times',
    load: async () => ({ Component: (await import('../organisation/ReplyTimesPage.tsx')).ReplyTimesPage }),
  },
  {
    path: 'statistics',
    load: async () => ({
      Component: (await import('../organisation/SmallNumbersPage.tsx')).SmallNumbersPage,
    }),
  },
  {
    path: 'openness',
    load: async () => ({ Component: (await import('../organisation/OpennessPage.tsx')).OpennessPage }),
  },
  {
    path: 'years',
    load: async () => ({ Component: (await import('../years/YearsPage.tsx')).YearsPage }),
  },
  {
    path: 'retention',
    load: async () => ({ Component: (await import('../retention/RetentionPage.tsx')).RetentionPage }),
  },
] as const satisfies readonly AdminPage[];

/** Pages that one of those leads to; they are not listed. */
export const ADMIN_SUBPAGES: readonly AdminPage[] = [
  {
    path: 'years/:year',
    load: async () => ({ Component: (await import('../years/YearPage.tsx')).YearPage }),
  },
  {
    path: 'questions/preview',
    load: async () => ({ Component: (await import('../questions/PreviewPage.tsx')).PreviewPage }),
  },
  {
    path: 'questions/versions',
    load: async () => ({ Component: (await import('../questions/VersionsPage.tsx')).VersionsPage }),
  },
  {
    path: 'questions/versions/:versionId',
    load: async () => ({ Component: (await import('../questions/VersionPage.tsx')).VersionPage }),
  },
];

/** One page of the administration. */
interface AdminPage {
  /** Below `/admin/`; its words are `admin.{path}.heading` and `admin.{path}.about`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly Component: ComponentType }>;
}
