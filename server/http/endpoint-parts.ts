import type { Callers } from './callers.ts';
import type { Door } from './door.ts';
import type { Operations } from './operations.ts';
import type { Origins } from './origins.ts';
import type { SchemaReading } from './schema-reading.ts';

/** What the endpoints and pages of one listener work with. */
export interface EndpointParts {
  readonly door: Door;
  readonly operations: Operations;
  /** For those who may read the schema; absent or null: nobody may. */
  readonly schemaReading?: SchemaReading | null;
  readonly origins: Origins;
  readonly callers: Callers;
}
