import { AuthenticationError, AuthorizationError } from 'type-graphql';
import type { CaseKeys } from './crypto/case-keys.ts';
import { StaffRole } from './staff/staff-role.type.ts';

/** Somebody without a session. */
export interface Anyone {
  readonly kind: 'anyone';
}

/** Somebody who logged in with an access code. Lives as long as one request or one socket. */
export interface Reporter {
  readonly kind: 'reporter';
  /** SHA-256 of the session token, 32 bytes; what the session is found by. */
  readonly sessionHash: Buffer;
  readonly endsAt: Date;
  readonly conversationId: string;
  readonly caseId: string;
  /** Open this one report and its messages; they learn new ones while the session lasts. Never log them. */
  readonly caseKeys: CaseKeys;
}

/** A signed-in member of staff. */
export interface Caseworker {
  readonly kind: 'caseworker';
  /** SHA-256 of the session token, 32 bytes. */
  readonly sessionHash: Buffer;
  readonly endsAt: Date;
  readonly caseworkerId: string;
  readonly roles: readonly StaffRole[];
  /** X25519, 32 bytes. */
  readonly publicKey: Buffer;
  /** X25519, 32 bytes; opens the wraps made for this person. Never log it. */
  readonly privateKey: Buffer;
}

/**
 * A member of staff who has signed in and has to set up a second factor before anything else: one is needed, and they
 * have none. To everything that needs a caseworker this is nobody it could serve.
 */
export interface Unready {
  readonly kind: 'unready';
  /** SHA-256 of the session token, 32 bytes. */
  readonly sessionHash: Buffer;
  readonly endsAt: Date;
  readonly caseworkerId: string;
}

/** The holder of an API token that reads aggregates and nothing else. */
export interface Analyst {
  readonly kind: 'analyst';
  readonly tokenId: string;
}

/** Who asks. Each door hands its resolvers one of these. */
export type Viewer = Anyone | Reporter | Caseworker | Unready | Analyst;

/** Whoever has no session, or one that ended. */
export const ANYONE: Anyone = { kind: 'anyone' };

/** Hands a staff session to the browser. */
export interface StaffCookie {
  set(token: string, endsAt: Date): void;
  clear(): void;
}

/** What a resolver knows of the request it answers. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** Seeded hash of the caller's address: a lane for queues and budgets. Kept in memory only. */
  readonly caller: string;
  /** Does nothing where no cookie can be set: on the public door and on sockets. */
  readonly staffCookie: StaffCookie;
}

/** The reporter who asks. @throws {AuthenticationError} nobody logged in with a code. */
export function loggedIn(viewer: Viewer): Reporter {
  if (viewer.kind !== 'reporter') throw new AuthenticationError();
  return viewer;
}

/**
 * The caseworker who asks.
 *
 * @throws {AuthenticationError} nobody signed in.
 * @throws {AuthorizationError} somebody did who has to set up a second factor first.
 */
export function signedIn(viewer: Viewer): Caseworker {
  if (viewer.kind === 'unready') throw new AuthorizationError();
  if (viewer.kind !== 'caseworker') throw new AuthenticationError();
  return viewer;
}

/** Whoever has signed in, also where a second factor is still to be set up. @throws {AuthenticationError} nobody did. */
export function signedInAtAll(viewer: Viewer): Caseworker | Unready {
  return viewer.kind === 'unready' ? viewer : signedIn(viewer);
}

/**
 * @throws {AuthenticationError} neither an analyst nor anybody of the staff asks.
 * @throws {AuthorizationError} somebody of the staff does who has to set up a second factor first.
 */
export function readsStatistics(viewer: Viewer): void {
  if (viewer.kind !== 'analyst') signedIn(viewer);
}

/**
 * The administrator who asks.
 *
 * @throws {AuthenticationError} nobody signed in.
 * @throws {AuthorizationError} somebody did who is no administrator.
 */
export function administering(viewer: Viewer): Caseworker {
  const caseworker = signedIn(viewer);
  if (!caseworker.roles.includes(StaffRole.ADMINISTRATOR)) throw new AuthorizationError();
  return caseworker;
}
