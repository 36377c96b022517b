import { StaffRole } from '../staff/staff-role.type.ts';
import type { StaffSessionService } from '../staff/staff-session.service.ts';
import type { Analyst, Caseworker, Viewer } from '../viewer.ts';
import { type AnalyticsTokenService, TOKEN_PREFIX } from './analytics-token.service.ts';

/** Says who asks at the analytics door: holders of API tokens, and administrators who are signed in on the dashboard. */
export class AnalyticsViewerService {
  constructor(
    private readonly tokens: AnalyticsTokenService,
    private readonly sessions: StaffSessionService,
  ) {}

  /** Whose token it is; null for everybody else, caseworkers who are no administrators among them. */
  async identify(token: string): Promise<Analyst | Caseworker | null> {
    if (token.startsWith(TOKEN_PREFIX)) return this.tokens.identify(token);
    const viewer = await this.sessions.identify(token);
    return viewer && isAdministrator(viewer) ? viewer : null;
  }
}

/** Whether somebody may read what can be asked at the analytics door. */
export function mayReadAnalyticsSchema(viewer: Viewer): boolean {
  return viewer.kind === 'analyst' || isAdministrator(viewer);
}

function isAdministrator(viewer: Viewer): viewer is Caseworker {
  return viewer.kind === 'caseworker' && viewer.roles.includes(StaffRole.ADMINISTRATOR);
}
