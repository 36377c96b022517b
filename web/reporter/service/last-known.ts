/**
 * Keeps the last good answer to a question that everybody may ask, so that pages stay readable, and answers on them
 * stay where they are, while the service cannot be reached.
 */
export class LastKnown<Value> {
  private readonly values = new Map<string, Value>();

  /**
   * Asks anew; where that fails, gives what was answered last.
   *
   * @param key what tells the answers apart, a language for example.
   * @returns `null` where there never was an answer.
   */
  async read(key: string, load: () => Promise<Value>): Promise<Value | null> {
    try {
      const value = await load();
      this.values.set(key, value);
      return value;
    } catch {
      return this.find(key);
    }
  }

  /** Keeps an answer that came in another way. */
  keep(key: string, value: Value): void {
    this.values.set(key, value);
  }

  /** What was answered last, or kept; `null` where there is none. */
  find(key: string): Value | null {
    return this.values.get(key) ?? null;
  }
}
