import { describe, expect, it } from '@jest/globals';
import { changedRows, eachOnce } from './changed-rows.ts';

const row = (id: string, status = 'NEW') => ({ id, status, assignee: { name: 'Ada' } });

describe('changedRows', () => {
  it('finds nothing where the service says the same', () => {
    expect(changedRows([row('a'), row('b')], [row('a'), row('b')])).toEqual([]);
  });

  it('finds the case that is new and the case that says something else', () => {
    const fresh = [row('new'), row('a'), row('b', 'OPEN')];

    expect(changedRows([row('a'), row('b'), row('c')], fresh)).toEqual(['new', 'b']);
  });

  it('counts the case that a new one pushes off the page only once', () => {
    expect(changedRows([row('a'), row('b')], [row('new'), row('a')])).toEqual(['new']);
  });

  it('finds the case that is gone where nothing came in its place', () => {
    expect(changedRows([row('a'), row('b')], [row('a')])).toEqual(['b']);
  });
});

describe('eachOnce', () => {
  it('keeps a case where it stood first, as it was told last, though it came again on the next page', () => {
    const rows = [row('a'), row('b'), row('c'), row('a', 'OPEN')];

    expect(eachOnce(rows).map(({ id, status }) => [id, status])).toEqual([
      ['a', 'OPEN'],
      ['b', 'NEW'],
      ['c', 'NEW'],
    ]);
  });
});
