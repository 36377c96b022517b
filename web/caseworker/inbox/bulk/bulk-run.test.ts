import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ActOutcome } from '../../case/work/act-outcome.ts';
import { BulkRun, UNDO_WITHIN } from './bulk-run.ts';

const cases = [
  { id: 'a', number: 'C-A', lastSeq: 0 },
  { id: 'b', number: 'C-B', lastSeq: 3 },
];

function runWith(answers: readonly ActOutcome[] = []) {
  const asked: string[] = [];
  const left = [...answers];
  const run = new BulkRun(async (_, item) => {
    asked.push(`${item.caseId} ${item.idempotencyKey.length}`);
    return left.shift() ?? { kind: 'done' };
  });
  return { run, asked };
}

describe('BulkRun', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does nothing for 10 seconds, then every case', async () => {
    const { run, asked } = runWith();

    run.begin({ kind: 'assign', to: null }, cases);
    await jest.advanceTimersByTimeAsync(UNDO_WITHIN - 1);
    expect(asked).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);

    expect(asked).toEqual(['a 32', 'b 32']);
    expect(run.get()?.stage).toBe('finished');
  });

  it('leaves no trace when it is taken back in time', async () => {
    const { run, asked } = runWith();
    run.begin({ kind: 'status', to: 'CLOSED', reason: 'Done' }, cases);

    run.dismiss();
    await jest.advanceTimersByTimeAsync(2 * UNDO_WITHIN);

    expect(asked).toEqual([]);
    expect(run.get()).toBeNull();
  });

  it('goes on where it paused, and does nothing twice', async () => {
    const { run, asked } = runWith([{ kind: 'done' }, { kind: 'failed', failure: 'unreachable' }]);
    run.begin({ kind: 'assign', to: null }, cases);
    await jest.advanceTimersByTimeAsync(UNDO_WITHIN);
    expect(run.get()?.stage).toBe('paused');

    run.go();
    await jest.advanceTimersByTimeAsync(0);

    expect(asked).toEqual(['a 32', 'b 32', 'b 32']);
    expect(run.get()?.stage).toBe('finished');
  });

  it('does not take a second bulk while the first is not finished', () => {
    const { run } = runWith();
    run.begin({ kind: 'assign', to: null }, cases);

    run.begin({ kind: 'status', to: 'OPEN', reason: null }, cases);

    expect(run.get()?.act.kind).toBe('assign');
  });
});
