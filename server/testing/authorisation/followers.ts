import type { MaskedError } from '../../http/mask.ts';
import { keyed } from '../case-story.ts';
import { eventually } from '../eventually.ts';
import { SEND } from '../operations.ts';
import type { Said, SocketClient } from '../socket-client.ts';
import type { DoorName, Somebody } from './people.ts';
import { SAMPLE_INPUTS } from './sample-inputs.ts';
import { type RootField, sampleDocument } from './sample-operation.ts';
import type { World } from './world.ts';

/** Somebody who subscribed. */
export interface Follower {
  /** Null where the door did not let them open a socket. */
  readonly socket: SocketClient | null;
  /** What the socket was closed with, where there is none. */
  readonly refused: string;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly MaskedError[];
}

/** Opens a socket at a door with somebody's proof, and subscribes on it. */
export async function follow(
  world: World,
  door: DoorName,
  root: RootField,
  somebody: Somebody,
): Promise<Follower> {
  const variables = SAMPLE_INPUTS[root.field.name]?.({ ...world.parts, somebody }) ?? {};
  try {
    const document = sampleDocument(root, Object.keys(variables));
    return { socket: await world.at(door, somebody).follow(document, variables), refused: '' };
  } catch (error) {
    const [, code] = /closed: (\d+)/.exec(String(error)) ?? [];
    if (!code) throw error;
    return { socket: null, refused: code };
  }
}

/** Lets something happen in both cases, and waits until a witness of both heard of it. */
export async function stirBothCases(world: World, witness: SocketClient): Promise<void> {
  for (const reporter of ['reporter A', 'reporter B'] as const) {
    await world.at('public', reporter).outcome(SEND, keyed({ text: 'words' }));
  }
  const { caseA, caseB } = world.parts;
  await eventually(() => [caseA, caseB].every((id) => witness.heard.some((text) => text.includes(id))));
}

/** The word for what a follower heard: a code, `told` of A's case, or `silent`. */
export function heardBy({ socket, refused }: Follower, world: World): string {
  if (!socket) return refused;
  const said = socket.heard.map((text) => JSON.parse(text) as Said);
  const answers = said.filter(({ type }) => type === 'next').map(({ payload }) => payload as Answer);
  const [error] = answers.flatMap(({ errors }) => errors ?? []);
  if (error) return error.extensions.code;
  const told = answers
    .flatMap(({ data }) => Object.values(data ?? {}))
    .map((value) => JSON.stringify(value))
    .filter((text) => text !== '[]' && !text.includes(world.parts.caseB));
  return told.length > 0 ? 'told' : 'silent';
}
