import { AnalyticsTokenService } from '../analytics/analytics-token.service.ts';
import { type AnalyticsToken, AnalyticsTokenMade } from '../analytics/analytics-token.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { systemClock } from '../shared/clock.ts';
import type { Installation } from './installation.ts';

/** What came of an act, in lines for a person. */
export interface TokenAnswer {
  readonly isDone: boolean;
  readonly lines: readonly string[];
}

/** Every API token there was, the newest first, without its secret. */
export async function listTokens(installation: Installation): Promise<string[]> {
  const tokens = await serviceOf(installation).all();
  if (tokens.length === 0) return ['There is no API token.'];
  return tokens.map((token) => `${token.id}  ${stateOf(token).padEnd(18)}  ${token.name}`);
}

/** Makes an API token. Its secret stands alone in the first line, and is not shown again. */
export async function makeToken(
  installation: Installation,
  name: string,
  days: number,
): Promise<TokenAnswer> {
  const made = await serviceOf(installation).create('operator', { name, days });
  if (!(made instanceof AnalyticsTokenMade)) return { isDone: false, lines: [made.message] };
  return {
    isDone: true,
    lines: [
      made.secret,
      `It works until ${dayOf(made.token.expiresAt)} and is not shown again. Its id is ${made.token.id}.`,
    ],
  };
}

/** Refuses an API token from now on. Done as well where it was refused already. */
export async function revokeToken(installation: Installation, id: string): Promise<TokenAnswer> {
  const service = serviceOf(installation);
  const token = (await service.all()).find((each) => each.id === id.toLowerCase());
  if (!token) return { isDone: false, lines: ['No API token has this id. See the ids with: list-tokens'] };
  await service.revoke('operator', token.id);
  return { isDone: true, lines: [`“${token.name}” is refused from now on.`] };
}

function serviceOf({ dataSource, secrets }: Installation): AnalyticsTokenService {
  return new AnalyticsTokenService(dataSource, systemClock, new AuditService(secrets, systemClock));
}

function stateOf({ expiresAt, revokedAt }: AnalyticsToken): string {
  if (revokedAt) return `revoked ${dayOf(revokedAt)}`;
  return `${expiresAt > systemClock.now() ? 'until' : 'expired'} ${dayOf(expiresAt)}`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
