/** Everybody the matrix asks for, by the head of their column in docs/authorisation.md. */
export const PEOPLE = [
  'nobody',
  'reporter A',
  'reporter B',
  'in the case',
  'out of it',
  'kept out',
  'administrator',
  'not ready',
  'analyst',
] as const;

/** Somebody who asks. */
export type Somebody = (typeof PEOPLE)[number];

/** Names of the doors. */
export const DOORS = ['public', 'staff', 'analytics'] as const;

/** A door. */
export type DoorName = (typeof DOORS)[number];

/** The door at which somebody's proof counts; nobody has one. */
export const DOOR_OF: Readonly<Record<Somebody, DoorName | null>> = {
  nobody: null,
  'reporter A': 'public',
  'reporter B': 'public',
  'in the case': 'staff',
  'out of it': 'staff',
  'kept out': 'staff',
  administrator: 'staff',
  'not ready': 'staff',
  analyst: 'analytics',
};
