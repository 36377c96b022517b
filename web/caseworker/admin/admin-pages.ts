import type { ComponentType } from 'react';

/** Every page of the administration, in the order in which it is listed. */
export const ADMIN_PAGES = [
  {
    path: 'audit',
    load: async () => ({ Component: (await import('../audit/AuditPage.tsx')).AuditPage }),
  },
] as const satisfies readonly AdminPage[];

/** One page of the administration. */
interface AdminPage {
  /** Below `/admin/`; its words are `admin.{path}.heading` and `admin.{path}.about`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly Component: ComponentType }>;
}
