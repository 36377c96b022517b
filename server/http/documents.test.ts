import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { Documents } from './documents.ts';
import { PUBLIC_LIMITS } from './operation-limits.ts';

const SCHEMA = buildSchema(`
  type Node { name: String, inner: Node, other: Node }
  type Query { node: Node, word(of: String): String }
  type Mutation { submit: String, logOut: String }
`);

const publicDocuments = () => new Documents(SCHEMA, PUBLIC_LIMITS, false);
const keyOf = async (source: string) => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
  return `some-prefix:${Buffer.from(bytes).toString('hex')}`;
};

describe('documents', () => {
  it('are parsed once, and handed to Apollo Server by their hash', async () => {
    const documents = publicDocuments();

    const first = documents.prepare('{ word }');
    const second = documents.prepare('{ word }');

    expect(second.document).toBe(first.document);
    expect(await documents.get(await keyOf('{ word }'))).toBe(first.document);
  });

  it.each([
    ['a string, which may be what somebody typed', '{ word(of: "canary") }'],
    ['a block string', '{ word(of: """canary""") }'],
    ['a comment', '{ word } # canary'],
    ['more text than clients write', `{ word }${' '.repeat(9_000)}`],
  ])('are not kept where they hold %s', async (_, source) => {
    const documents = publicDocuments();

    const prepared = documents.prepare(source);

    expect(prepared.errors).toBeUndefined();
    expect(await documents.get(await keyOf(source))).toBeUndefined();
  });

  it('are not kept where they are refused', async () => {
    const documents = publicDocuments();

    const prepared = documents.prepare('{ nothing }');

    expect(prepared.errors).toHaveLength(1);
    expect(await documents.get(await keyOf('{ nothing }'))).toBeUndefined();
  });

  it('are forgotten, the longest unused first, when there are too many', async () => {
    const documents = publicDocuments();
    const named = (n: number) => `query Q${n} { word }`;
    for (let n = 0; n < 256; n += 1) documents.prepare(named(n));

    documents.prepare(named(0));
    documents.prepare(named(256));

    expect(await documents.get(await keyOf(named(0)))).toBeDefined();
    expect(await documents.get(await keyOf(named(1)))).toBeUndefined();
  });

  it.each([
    ['a pyramid of fragments', pyramid(24)],
    ['a fragment that spreads itself', '{ node { ...A } } fragment A on Node { inner { ...A } }'],
    [
      'two fragments that spread each other',
      '{ node { ...A } } fragment A on Node { ...B } fragment B on Node { ...A }',
    ],
    ['400 fields in one selection', `{ ${'word '.repeat(400)} }`],
    ['fields that overlap in 60 fragments', overlapping(60)],
    ['lists inside one another', `{ word(of: ${'['.repeat(390)}`],
    ['selections inside one another', `{ node ${'{ inner '.repeat(190)}`],
    [
      'more variables than allowed',
      `query (${Array.from({ length: 101 }, (_, i) => `$a${i}: Int`).join()}) { word }`,
    ],
    [
      'mutations side by side in fragments',
      'mutation { ...A ...B } fragment A on Mutation { submit } fragment B on Mutation { logOut }',
    ],
  ])('with %s are refused, and quickly', (_, source) => {
    const documents = publicDocuments();
    documents.prepare('{ word }');

    const from = performance.now();
    const prepared = documents.prepare(source);

    expect(prepared.errors?.length).toBeGreaterThan(0);
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it('have their fragments counted wherever they are spread', () => {
    const documents = publicDocuments();
    const twice = (n: number) => `{ node { ...A inner { ...A } } } fragment A on Node { ${aliases(n)} }`;

    expect(documents.prepare(twice(5)).errors).toBeUndefined();
    expect(documents.prepare(twice(6)).errors).toHaveLength(1);
  });

  it('of a size that the portal needs pass', () => {
    const documents = publicDocuments();

    const prepared = documents.prepare(
      `mutation Send { submit } query Read($a: Boolean!) { node { name inner { ...F } } word @include(if: $a) } fragment F on Node { name other { name } }`,
    );

    expect(prepared.errors).toBeUndefined();
  });
});

function aliases(count: number): string {
  return Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(' ');
}

/** Doubles with every level: 2^levels fields when it is executed. */
function pyramid(levels: number): string {
  const level = (n: number) => `fragment F${n} on Node { inner { ...F${n + 1} } other { ...F${n + 1} } }`;
  const all = Array.from({ length: levels }, (_, n) => level(n)).join(' ');
  return `{ node { ...F0 } } ${all} fragment F${levels} on Node { name }`;
}

function overlapping(count: number): string {
  const spreads = Array.from({ length: count }, (_, n) => `...G${n}`).join(' ');
  const all = Array.from({ length: count }, (_, n) => `fragment G${n} on Query { word }`).join(' ');
  return `{ ${spreads} } ${all}`;
}
