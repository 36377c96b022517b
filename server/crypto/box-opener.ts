import { Worker } from 'node:worker_threads';
import { type BoxBatch, type OpenedBatch, openBoxes } from './box-batch.ts';

/** The built program of the thread. */
const PROGRAM = new URL('./box-thread.js', import.meta.url);

/** Up to so many boxes are opened on the spot, in about 3 ms: to start a thread takes 50. */
const FEW = 64;

/** How long a thread waits for more before it ends; it takes some 10 MB. */
const IDLE = 1_000; // 1 second

/** A thread needs no more than this; past it, it ends. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

interface Waiting {
  readonly resolve: (opened: OpenedBatch) => void;
  readonly reject: (reason: Error) => void;
}

/** The thread ended before it had opened what it was given; the next batch starts another one. */
export class BoxThreadEnded extends Error {
  override readonly name = 'BoxThreadEnded';
  constructor() {
    super('The thread that opens sealed boxes ended');
  }
}

/**
 * Opens many sealed boxes beside everything else the program does, in a thread that is there only while it is needed.
 *
 * Somebody who searches for the first time has thousands of boxes, half a second of nothing but X25519.
 */
export class BoxOpener {
  private thread: Worker | null = null;
  /** In the order in which the thread will answer. */
  private waiting: Waiting[] = [];
  private ending: NodeJS.Timeout | null = null;

  /** @param program replaced in tests only, which have no built one. */
  constructor(private readonly program: URL = PROGRAM) {}

  /**
   * Opens a batch. Its memory is moved to the thread and is empty afterwards.
   *
   * @throws {BoxThreadEnded} nothing was opened; it may be tried again.
   */
  async open(batch: BoxBatch): Promise<OpenedBatch> {
    if (batch.boxes.length === 0 || batch.counts.length <= FEW) return openBoxes(batch);
    if (this.ending) clearTimeout(this.ending);
    const thread = this.thread ?? this.start();
    const { boxes, publicKey, privateKey, wrappingKey } = batch;
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      thread.postMessage(batch, [boxes.buffer, publicKey.buffer, privateKey.buffer, wrappingKey.buffer]);
    });
  }

  /** Ends the thread, where there is one; whoever waits is told. */
  async close(): Promise<void> {
    if (this.ending) clearTimeout(this.ending);
    await this.thread?.terminate();
  }

  private start(): Worker {
    const thread = new Worker(this.program, { resourceLimits: LIMITS, env: {} });
    // Whoever waits holds the program open by other means, and nobody else should.
    thread.unref();
    thread.on('message', (opened: OpenedBatch) => {
      this.waiting.shift()?.resolve(opened);
      if (this.waiting.length === 0) this.endSoon(thread);
    });
    // What is wrong comes with `exit` as well.
    thread.on('error', () => undefined);
    thread.on('exit', () => this.lose(thread));
    this.thread = thread;
    return thread;
  }

  private endSoon(thread: Worker): void {
    this.ending = setTimeout(() => {
      // Before it has ended: whoever comes meanwhile gets another one.
      this.thread = null;
      void thread.terminate();
    }, IDLE);
    this.ending.unref();
  }

  private lose(thread: Worker): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.splice(0)) reject(new BoxThreadEnded());
  }
}
