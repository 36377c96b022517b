/** Stands in the place of the browser's storage, and is gone with the page. */
export class MemoryStorage
  implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'>
{
  private readonly items = new Map<string, string>();

  get length(): number {
    return this.items.size;
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
  }
}
