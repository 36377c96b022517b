/// <reference path="./pg-boss-manager.d.ts" />
import PgBoss from 'pg-boss';
import Manager from 'pg-boss/src/manager.js';

/**
 * pg-boss 10 starts these two and lets go of them: one that fails, because the database went away while a job ran, would
 * end the program. Here it is an event `error` instead. The job counts as lost after a while, and is done again.
 *
 * They are not reachable on an instance. Later versions, which do not run on Node.js 20, wait for them.
 */
for (const name of ['complete', 'fail'] as const) {
  const note = Manager.prototype[name];
  const safe = {
    [name](this: Manager, ...args: unknown[]): Promise<unknown> {
      return note.apply(this, args).catch((error: unknown) => this.emit('error', error));
    },
  };
  Manager.prototype[name] = safe[name] as typeof note;
}

export { PgBoss };
