import type { ComponentType } from 'react';

/** The parts in which the pages of the administration are listed; their words are `admin.part.{part}`. */
export const ADMIN_PARTS = ['people', 'portal', 'numbers', 'record'] as const;

/** Every page of the administration, in the order in which it is listed. */
export const ADMIN_PAGES = [
  {
    path: 'people',
    part: 'people',
    load: async () => ({ Component: (await import('../people/PeoplePage.tsx')).PeoplePage }),
  },
  {
    path: 'teams',
    part: 'people',
    load: async () => ({ Component: (await import('../people/TeamsPage.tsx')).TeamsPage }),
  },
  {
    path: 'kept-out',
    part: 'people',
    load: async () => ({ Component: (await import('../kept-out/KeptOutPage.tsx')).KeptOutPage }),
  },
  {
    path: 'questions',
    part: 'portal',
    load: async () => ({ Component: (await import('../questions/QuestionsPage.tsx')).QuestionsPage }),
  },
  {
    path: 'wording',
    part: 'portal',
    load: async () => ({ Component: (await import('../organisation/WordingPage.tsx')).WordingPage }),
  },
  {
    path: 'support',
    part: 'portal',
    load: async () => ({ Component: (await import('../organisation/SupportPage.tsx')).SupportPage }),
  },
  {
    path: 'reply-times',
    part: 'portal',
    load: async () => ({ Component: (await import('../organisation/ReplyTimesPage.tsx')).ReplyTimesPage }),
  },
  {
    path: 'openness',
    part: 'portal',
    load: async () => ({ Component: (await import('../organisation/OpennessPage.tsx')).OpennessPage }),
  },
  {
    path: 'statistics',
    part: 'numbers',
    load: async () => ({
      Component: (await import('../organisation/SmallNumbersPage.tsx')).SmallNumbersPage,
    }),
  },
  {
    path: 'years',
    part: 'numbers',
    load: async () => ({ Component: (await import('../years/YearsPage.tsx')).YearsPage }),
  },
  {
    path: 'api-tokens',
    part: 'numbers',
    load: async () => ({ Component: (await import('../tokens/ApiTokensPage.tsx')).ApiTokensPage }),
  },
  {
    path: 'audit',
    part: 'record',
    load: async () => ({ Component: (await import('../audit/AuditPage.tsx')).AuditPage }),
  },
  {
    path: 'retention',
    part: 'record',
    load: async () => ({ Component: (await import('../retention/RetentionPage.tsx')).RetentionPage }),
  },
] as const satisfies readonly ListedPage[];

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

interface ListedPage extends AdminPage {
  readonly part: (typeof ADMIN_PARTS)[number];
}
