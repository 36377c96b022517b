/**
 * Loaded into the server's process before the program, with `--import`: answers on the channel to the launcher how much CPU
 * and memory the process has taken. The program itself knows nothing of it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.on('message', (question) => {
  if (question === 'collect garbage') collectGarbage();
  process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage() });
});
// Listening would otherwise keep the process from ending by itself.
process.channel?.unref();

/** Twice: what the first run finalises, the second can take away. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc');
  gc();
  gc();
}
