import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';

/** The built program in a process of its own. */
export interface ServerChild {
  child: Child;
  publicUrl: string;
  staffUrl: string;
}

/** What its process gets of this one's environment: where programs lie, and how the launcher sets up memory. */
const PASSED_ON = /^(PATH|TMPDIR|GLIBC_TUNABLES|MALLOC_\w+)$/;

const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js');

/**
 * Starts the built program as `npm start` would, with nothing of this process's configuration, on ports that the system
 * chooses.
 *
 * @param env variables over `PORT=0`, `STAFF_PORT=0`.
 * @param stderr see `startChild`.
 */
export function launchServer(env: Readonly<Record<string, string>>, stderr?: number): Child {
  if (!existsSync(PROGRAM)) throw new Error('The program is not built: run the tests with "npm test"');
  const passedOn = Object.entries(process.env).filter(([name]) => PASSED_ON.test(name));
  const full = {
    ...Object.fromEntries(passedOn),
    NODE_ENV: 'production',
    PORT: '0',
    STAFF_PORT: '0',
    ...env,
  };
  return startChild([PROGRAM], { env: full }, stderr);
}

/** Starts the built program and waits until it is open. @throws when it ends first. */
export async function openServer(
  env: Readonly<Record<string, string>>,
  stderr?: number,
): Promise<ServerChild> {
  const child = launchServer(env, stderr);
  const [, publicUrl = ''] = await child.says(/^ {2}Reporters +(\S+)$/m);
  const [, staffUrl = ''] = await child.says(/^ {2}Caseworkers +(\S+)$/m);
  return { child, publicUrl, staffUrl };
}
