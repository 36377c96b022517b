import { beforeAll } from '@jest/globals';
import { ANALYTICS_RESOLVERS, buildDoorSchema, PUBLIC_RESOLVERS, STAFF_RESOLVERS } from '../../schema.ts';
import { DOORS, type DoorName } from './people.ts';
import { type RootField, rootFieldsOf } from './sample-operation.ts';

/** A root field at a door that offers it. */
export interface OfferedField {
  readonly door: DoorName;
  readonly root: RootField;
}

const RESOLVERS = { public: PUBLIC_RESOLVERS, staff: STAFF_RESOLVERS, analytics: ANALYTICS_RESOLVERS };

/** Every root field of every door, door by door, for the tests of a `describe`. */
export function useOfferedFields(): () => readonly OfferedField[] {
  const offered: OfferedField[] = [];
  beforeAll(async () => {
    for (const door of DOORS) {
      const schema = await buildDoorSchema(RESOLVERS[door], { resolvers: [], feeds: {} });
      offered.push(...rootFieldsOf(schema).map((root) => ({ door, root })));
    }
  });
  return () => offered;
}
