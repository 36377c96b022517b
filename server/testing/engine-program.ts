import { startEngine } from '../database/embedded-engine.ts';
import { codeOf } from '../shared/error-code.ts';

/**
 * A process whose only work is the embedded PostgreSQL, for tests that kill it.
 *
 * Prints one line: the engine's addresses as JSON, or what kept it from starting. Stops on SIGTERM.
 */
const dataDir = process.argv[2] ?? '';
const settings = JSON.parse(process.argv[3] ?? '{}') as Record<string, string>;
try {
  const engine = await startEngine({ dataDir, settings });
  const { url, ownerUrl, folder } = engine;
  process.once('SIGTERM', () => void engine.stop().then(() => process.exit()));
  process.stdout.write(`${JSON.stringify({ url, ownerUrl, folder })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ fault: message, code: codeOf(error) })}\n`);
  process.exit(1);
}
