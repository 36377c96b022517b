import { describe, expect, it } from '@jest/globals';
import { PUBLIC_LIMITS } from './operation-limits.ts';
import { areVariablesWithin } from './variable-limits.ts';

const within = (variables: unknown) => areVariablesWithin(PUBLIC_LIMITS, variables);

describe('areVariablesWithin', () => {
  it('lets a long report with many answers through', () => {
    const answers = Array.from({ length: 100 }, (_, n) => ({
      question: `q${n}`,
      text: 'ä'.repeat(400),
      choices: null,
    }));

    expect(within({ input: { idempotencyKey: 'k', answers } })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['more values than any form has', { list: Array(4_001).fill(0) }],
    ['more text than a request may carry', { text: 'x'.repeat(128 * 1024 + 1) }],
    ['text that is short but long in bytes', { text: '€'.repeat(50_000) }],
    ['names that are long', { ['x'.repeat(128 * 1024 + 1)]: 1 }],
    ['lists inside one another', JSON.parse(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)],
    ['objects inside one another', JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ])('refuses %s', (_, variables) => {
    expect(within(variables)).toBe(false);
  });
});
