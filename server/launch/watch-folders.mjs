import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

const PAUSE = 200; // 200 milliseconds: an editor that saves several files makes one change

/**
 * Calls back after files changed, once for changes that come close together, and never while the call before is at work.
 *
 * @param {readonly string[]} folders below the root of the project, with all that is in them
 * @param {() => Promise<void>} changed has to handle its own faults
 * @returns {() => void} stops watching
 */
export function watchFolders(folders, changed) {
  let timer;
  let working = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(changed);
    }, PAUSE);
  };
  const watchers = folders.map((folder) => watch(join(root, folder), { recursive: true }, soon));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
