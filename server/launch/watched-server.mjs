import { spawn } from 'node:child_process';
import { root, say } from './steps.mjs';

/** The server while somebody works on it: started again after each change, never twice at once. */
export class WatchedServer {
  #program;
  #env;
  #child = null;
  #isWanted = true;
  /** Everything that is asked for waits for what was asked before. */
  #last = Promise.resolve();

  /**
   * @param {string} program path of its main file, below the root of the project
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(program, env) {
    this.#program = program;
    this.#env = env;
  }

  /** Starts it, or stops it in order and starts it again. */
  restart() {
    this.#last = this.#last.then(async () => {
      await this.#end();
      if (this.#isWanted) this.#start();
    });
  }

  /** Stops it for good. */
  async stop() {
    this.#isWanted = false;
    this.#last = this.#last.then(() => this.#end());
    await this.#last;
  }

  #start() {
    // A session of its own, so that Ctrl+C reaches it once, through this process.
    const child = spawn(process.execPath, ['--enable-source-maps', this.#program], {
      cwd: root,
      env: this.#env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      say('The server ended. It starts again after the next change.');
    });
  }

  async #end() {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}
