import type { ServerProcess } from './server-process.ts';
import { WireConnection } from './wire-connection.ts';

/** Source address of a client: each is a caller of its own, so that no budget for one caller is met. */
export function addressOf(group: number, client: number): string {
  return `127.0.${1 + (group % 250)}.${1 + (client % 250)}`;
}

/** Costs next to nothing, and is answered by any server that speaks GraphQL. */
const NOTHING = JSON.stringify({ query: '{ __typename }' });

/**
 * Opens one connection to the public door for each client, and closes them after the work.
 *
 * Each was answered once before the work begins, as the connections of a pool were: Node takes in one new connection each
 * time that its loop comes round, so that the last of many would wait for that and not for its report.
 *
 * @param group of source addresses; another one for each stretch of load.
 * @param work is handed the connection of each client, counted from 0.
 */
export async function withConnections<Result>(
  server: ServerProcess,
  clients: number,
  group: number,
  work: (connectionOf: (client: number) => WireConnection) => Promise<Result>,
): Promise<Result> {
  const connections = await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      WireConnection.open(server.publicPort, addressOf(group, client)),
    ),
  );
  try {
    await Promise.all(connections.map((connection) => connection.post(NOTHING)));
    return await work((client) => connections[client] as WireConnection);
  } finally {
    for (const connection of connections) connection.close();
  }
}
