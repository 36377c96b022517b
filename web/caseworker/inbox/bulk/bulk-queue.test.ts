import { describe, expect, it } from '@jest/globals';
import type { ActOutcome } from '../../case/work/act-outcome.ts';
import { type Bulk, MOST_IN_BULK, newBulk, nextItem, started, tally, tried, without } from './bulk-queue.ts';

const done: ActOutcome = { kind: 'done' };
const refused: ActOutcome = { kind: 'refused', reason: 'CaseNotFound' };

function bulkOf(count: number): Bulk {
  const cases = Array.from({ length: count }, (_, index) => ({
    id: `id ${index}`,
    number: `C-${index}`,
    lastSeq: index,
  }));
  let key = 0;
  return newBulk({ kind: 'assign', to: null }, cases, () => `key ${key++}`);
}

describe('a bulk', () => {
  it('waits at first, with every case untried and under a key of its own', () => {
    const bulk = bulkOf(3);

    expect(bulk.stage).toBe('waiting');
    expect(new Set(bulk.items.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
    expect(tally(bulk)).toEqual({ done: 0, refused: 0 });
  });

  it('never takes more than 200 cases', () => {
    expect(bulkOf(500).items).toHaveLength(MOST_IN_BULK);
  });

  it('takes one case after the other, and is finished after the last', () => {
    let bulk = started(bulkOf(2));

    bulk = tried(bulk, nextItem(bulk)?.caseId ?? '', done);
    expect(bulk.stage).toBe('running');
    bulk = tried(bulk, nextItem(bulk)?.caseId ?? '', refused);

    expect(bulk.stage).toBe('finished');
    expect(tally(bulk)).toEqual({ done: 1, refused: 1 });
  });

  it.each<[string, ActOutcome]>([
    ['the service cannot be reached', { kind: 'failed', failure: 'unreachable' }],
    ['the session has ended', { kind: 'failed', failure: 'session-ended' }],
    ['the service is busy', { kind: 'failed', failure: 'busy' }],
    ['the service had a fault', { kind: 'failed', failure: 'service' }],
  ])('pauses when %s, and tries the same case again under the same key', (_, outcome) => {
    const before = started(bulkOf(2));
    const item = nextItem(before);

    const paused = tried(before, item?.caseId ?? '', outcome);

    expect(paused.stage).toBe('paused');
    expect(nextItem(started(paused))).toEqual(item);
  });

  it('goes on with the others when one case is refused', () => {
    const bulk = tried(started(bulkOf(2)), 'id 0', refused);

    expect(bulk.stage).toBe('running');
    expect(nextItem(bulk)?.caseId).toBe('id 1');
  });

  it('speaks no more of a case that is left out, and is over where nothing else is left to do', () => {
    const bulk = tried(started(bulkOf(3)), 'id 0', done);

    const left = without(bulk, 'id 1');
    const over = left && without(left, 'id 2');

    expect(left?.items.map(({ caseId }) => caseId)).toEqual(['id 0', 'id 2']);
    expect(left?.stage).toBe('running');
    expect(over).toMatchObject({ stage: 'finished', items: [{ caseId: 'id 0' }] });
    expect(over && without(over, 'id 0')).toBeNull();
  });
});
