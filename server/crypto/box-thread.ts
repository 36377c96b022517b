import { parentPort } from 'node:worker_threads';
import { type BoxBatch, openBoxes } from './box-batch.ts';

/** The program of the thread that `BoxOpener` starts: opens one batch after another, and keeps nothing of any. */
parentPort?.on('message', (batch: BoxBatch) => {
  const opened = openBoxes(batch);
  // Moved and not copied: what is copied is never wiped.
  parentPort?.postMessage(opened, [opened.keys.buffer, opened.wraps.buffer]);
});
