import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/** Starts the one PostgreSQL of this test run and prepares the database that every worker's own is copied from. */
export default async function globalSetup() {
  const file = await bundle('server/testing/test-engine.ts');
  const { startTestEngine } = await import(pathToFileURL(file).href);
  await rm(file);
  const engine = await startTestEngine();
  const engineProgram = await bundle('server/testing/engine-program.ts');
  globalThis.restanteTearDown = async () => {
    await engine.stop();
    await rm(engineProgram, { force: true });
  };
  // What is tested is what runs: otherwise React and GraphQL look after themselves at every step, as nobody starts them.
  process.env.NODE_ENV = 'production';
  process.env.RESTANTE_TEST_ENGINE = JSON.stringify({ url: engine.url, ownerUrl: engine.ownerUrl });
  process.env.RESTANTE_TEST_ENGINE_PROGRAM = engineProgram;
}
