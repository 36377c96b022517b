import { ValueStore } from '../service/store.ts';
import type { CommandName } from './shortcuts.ts';

type Run = () => void;

/**
 * What can be asked for on the page that stands: pages and parts of them put in what they can do while they are there.
 * Its value is the names of those, for the list of commands.
 */
export class CommandRegistry extends ValueStore<readonly CommandName[]> {
  readonly #runs = new Map<CommandName, readonly Run[]>();

  constructor() {
    super([]);
  }

  /** Puts a command in, over any of the same name. @returns takes it out again. */
  add(name: CommandName, run: Run): () => void {
    this.#runs.set(name, [...(this.#runs.get(name) ?? []), run]);
    this.set([...this.#runs.keys()]);
    return () => {
      const left = (this.#runs.get(name) ?? []).filter((other) => other !== run);
      if (left.length === 0) this.#runs.delete(name);
      else this.#runs.set(name, left);
      this.set([...this.#runs.keys()]);
    };
  }

  /** Does it. @returns whether there was anything to do. */
  run(name: CommandName): boolean {
    const run = this.#runs.get(name)?.at(-1);
    run?.();
    return run !== undefined;
  }
}
