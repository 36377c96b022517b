import type { Callers } from './callers.ts';
import type { Door } from './door.ts';
import type { Operations } from './operations.ts';
import type { Origins } from './origins.ts';

/** What the endpoints and pages of one listener work with. */
export interface EndpointParts {
  readonly door: Door;
  readonly operations: Operations;
  readonly origins: Origins;
  readonly callers: Callers;
}
