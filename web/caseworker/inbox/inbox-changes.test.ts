import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InboxChanges } from './inbox-changes.ts';

describe('InboxChanges', () => {
  let changes: InboxChanges;
  beforeEach(() => {
    jest.useFakeTimers();
    changes = new InboxChanges();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('counts the cases that changed since a list was fetched, each once', () => {
    changes.changed('before');
    changes.fetching('list');

    changes.changed('one');
    changes.changed('two');
    changes.changed('one');

    expect(changes.countSince('list')).toBe(2);
  });

  it('counts from nothing again once the list is fetched anew', () => {
    changes.fetching('list');
    changes.changed('one');

    changes.fetching('list');

    expect(changes.countSince('list')).toBe(0);
  });

  it('counts for each list by itself', () => {
    changes.fetching('early');
    changes.changed('one');
    changes.fetching('late');

    changes.changed('two');

    expect(changes.countSince('early')).toBe(2);
    expect(changes.countSince('late')).toBe(1);
  });

  it('says nothing changed of a list that was never fetched', () => {
    changes.changed('one');

    expect(changes.countSince('list')).toBe(0);
    expect(changes.hasChangedSince('list', 'one')).toBe(false);
  });

  it('tells whether one case changed, and leaves the others out', () => {
    changes.fetching('case one');

    changes.changed('two');

    expect(changes.hasChangedSince('case one', 'one')).toBe(false);
    expect(changes.hasChangedSince('case one', 'two')).toBe(true);
  });

  it('remembers that the socket was away until what was missed has been looked for', () => {
    changes.fetching('list');
    changes.mayHaveMissed();
    expect(changes.mayHaveMissedSince('list')).toBe(true);

    changes.comparing('list');

    expect(changes.mayHaveMissedSince('list')).toBe(false);
  });

  it('keeps the count of a list that is only compared', () => {
    changes.fetching('list');
    changes.changed('one');

    changes.comparing('list');

    expect(changes.countSince('list')).toBe(1);
  });

  it('tells its followers of the first change at once, and of a thousand more within 100 ms together', () => {
    changes.fetching('list');
    const told: number[] = [];
    changes.subscribe(() => told.push(changes.countSince('list')));

    for (let each = 0; each < 1_001; each += 1) changes.changed(`case ${each}`);
    expect(told).toEqual([1]);
    jest.advanceTimersByTime(100);
    changes.mayHaveMissed();
    jest.advanceTimersByTime(100);

    expect(told).toEqual([1, 1_001, 1_001]);
    expect(changes.mayHaveMissedSince('list')).toBe(true);
  });

  it('tells nobody who has left, and nothing where nothing happened', () => {
    let told = 0;
    const stop = changes.subscribe(() => {
      told += 1;
    });

    changes.changed('one');
    jest.advanceTimersByTime(1_000);
    stop();
    changes.changed('two');
    jest.advanceTimersByTime(1_000);

    expect(told).toBe(1);
  });
});
