import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../viewer.ts';
import type { OperationLimits } from './operation-limits.ts';

/** One way into the service: what may be asked there, how much at once, and how callers prove who they are. */
export interface Door {
  readonly name: 'public' | 'staff' | 'analytics';
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /**
   * Who asks.
   *
   * @param token from `Authorization: Bearer`, the door's cookie or connection_init; null where there was none.
   * @returns `Anyone` for no token and for one that is unknown, ended or expired: those cannot be told apart.
   */
  identify(token: string | null): Promise<Viewer>;
  /** Whether somebody may read the schema of this door; absent: nobody may. */
  readonly mayReadSchema?: (viewer: Viewer) => boolean;
  /**
   * Calls `ended` once when this session is over: logged out here or in another process, or expired.
   *
   * @param sessionHash SHA-256 of the session token, 32 bytes.
   * @returns stops watching; may be called more than once.
   */
  onSessionEnd(sessionHash: Buffer, ended: () => void): () => void;
}
