import type { DataSource } from 'typeorm';
import type { CaseWrap, CaseWrapService, FastWrap } from '../access/case-wrap.service.ts';

/** How many are written with one statement. */
const AT_ONCE = 500;

/** Where a search was left in the middle, its wraps are written this much later. */
const LEFT = 2_000; // 2 seconds

/**
 * Writes fast wraps when the search that made them is over, because ten thousand of them are a third of its work.
 * Until then the next search reads them here. They open nothing without a private key, here or in their rows.
 */
export class FastWrapKeeper {
  /** By caseworker, then by case. */
  private readonly waiting = new Map<string, Map<string, FastWrap>>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly wraps: CaseWrapService,
  ) {}

  /** Takes wraps to be written later. */
  take(caseworkerId: string, wraps: readonly FastWrap[]): void {
    if (wraps.length === 0) return;
    const own = this.waiting.get(caseworkerId) ?? new Map<string, FastWrap>();
    for (const wrap of wraps) own.set(wrap.caseId, wrap);
    this.waiting.set(caseworkerId, own);
    this.timer ??= setTimeout(() => this.write(), LEFT).unref();
  }

  /** A row with the wrap that is on its way to it; as it is where there is none, or its boxes changed meanwhile. */
  completed<Row extends CaseWrap>(caseworkerId: string, row: Row): Row {
    const wrap = row.fast_wrap ? undefined : this.waiting.get(caseworkerId)?.get(row.id);
    return wrap?.boxes.equals(row.case_key_wrap) ? { ...row, fast_wrap: wrap.bytes } : row;
  }

  /** Begins to write all that waits. */
  write(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.writeAll());
  }

  /** What was not written yet is left out: the next search makes it again. */
  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const own of this.waiting.values()) own.clear();
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    for (const [caseworkerId, own] of this.waiting) {
      while (own.size > 0) {
        const wraps = [...own.values()].slice(0, AT_ONCE);
        // Where they cannot be kept, the next search is slower, and none the worse.
        await this.wraps.keepFast(this.dataSource.manager, caseworkerId, wraps).catch(() => undefined);
        for (const wrap of wraps) if (own.get(wrap.caseId) === wrap) own.delete(wrap.caseId);
      }
      this.waiting.delete(caseworkerId);
    }
  }
}
