import { type Child, startChild } from './child.ts';

/** A process of its own that runs the embedded PostgreSQL, and what it answered. */
export interface EngineChild {
  child: Child;
  url: string;
  ownerUrl: string;
  folder: string;
  /** Set where it could not start; the addresses are empty then. */
  fault: string | null;
}

/** Starts the embedded PostgreSQL in a process that can be killed. */
export async function startEngineChild(dataDir: string): Promise<EngineChild> {
  const program = process.env['RESTANTE_TEST_ENGINE_PROGRAM'];
  if (!program) throw new Error('jest.config.ts has to name server/testing/global-setup.mjs');
  const child = startChild([program, dataDir]);
  const [line] = await child.says(/^\{.*\}$/m);
  const answer = JSON.parse(line) as Partial<EngineChild>;
  return { child, url: '', ownerUrl: '', folder: '', fault: null, ...answer };
}
