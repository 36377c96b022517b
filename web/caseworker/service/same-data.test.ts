import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSaidBy, isSameData } from './same-data.ts';

describe('isSameData', () => {
  it('finds every answer the same as its copy, in whatever order the fields came', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (answer) => {
        expect(isSameData(answer, turned(structuredClone(answer)))).toBe(true);
      }),
    );
  });

  it('finds the same differences as Node', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
        expect(isSameData(one, other)).toBe(isDeepStrictEqual(one, other));
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ['a field more', { a: 1 }, { a: 1, b: undefined }],
    ['another field', { a: undefined }, { b: undefined }],
    ['a list and an object', [], {}],
    ['null and an object', null, {}],
    ['another order of a list', [1, 2], [2, 1]],
  ])('tells apart %s', (_, one, other) => {
    expect(isSameData(one, other)).toBe(false);
  });
});

/** The same value with the fields of each object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, turned(field)] as const);
  return Object.defineProperties(
    {},
    Object.fromEntries(
      entries
        .toReversed()
        .map(([name, field]) => [name, { value: field, enumerable: true, configurable: true }]),
    ),
  );
}

describe('isSaidBy', () => {
  const whole = {
    id: 'a',
    assignee: { id: 'b', name: 'Ada' },
    labels: [{ id: 'c', text: 'Urgent' }],
    due: null,
  };

  it('finds a part in the whole, though the whole says more', () => {
    expect(isSaidBy(whole, { id: 'a', assignee: { id: 'b' }, labels: [{ id: 'c' }], due: null })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['another value', { id: 'b' }],
    ['another value inside', { assignee: { id: 'x' } }],
    ['a longer list', { labels: [{ id: 'c' }, { id: 'd' }] }],
    ['a shorter list', { labels: [] }],
    ['something where there is nothing', { due: '2026-04-09' }],
    ['a field that the whole lacks', { status: 'NEW' }],
    ['nothing where there is something', { assignee: null }],
  ])('misses %s', (_, part) => {
    expect(isSaidBy(whole, part)).toBe(false);
  });

  it('finds nothing in nothing', () => {
    expect(isSaidBy(undefined, { id: 'a' })).toBe(false);
  });
});
