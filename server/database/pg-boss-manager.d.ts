/** Part of pg-boss that its own types leave out. */
declare module 'pg-boss/src/manager.js' {
  import type { EventEmitter } from 'node:events';

  export default class Manager extends EventEmitter {
    complete(...args: unknown[]): Promise<unknown>;
    fail(...args: unknown[]): Promise<unknown>;
  }
}
