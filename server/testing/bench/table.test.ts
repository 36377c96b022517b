import { describe, expect, it } from '@jest/globals';
import { asMarkdown, asText, figure, figures, type Row } from './table.ts';

const row: Row = {
  what: 'logins/s',
  measured: '50 (49–51)',
  beside: '55 (54–56) bare Argon2',
  ratio: '0.909',
  goal: '≥ 0.9',
  isMet: true,
};

describe('figure', () => {
  it.each([
    [1_234.6, '1,235'],
    [123.45, '123'],
    [0.123456, '0.123'],
    [2, '2'],
  ])('writes %d as %s', (value, expected) => {
    expect(figure(value)).toBe(expected);
  });
});

describe('figures', () => {
  it('names the middle, and from where to where the rounds went', () => {
    expect(figures({ median: 12, least: 10, most: 13.04 }, 'ms')).toBe('12 (10–13) ms');
  });
});

describe('asText', () => {
  it('draws a line for each row under the headings', () => {
    const lines = asText([row]).trimEnd().split('\n');

    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^logins\/s +50 \(49–51\) .* yes$/);
  });
});

describe('asMarkdown', () => {
  it('shows what was not met and what has no goal', () => {
    const table = asMarkdown([
      { ...row, isMet: false },
      { ...row, goal: null, isMet: null },
    ]);

    expect(table).toContain('| ≥ 0.9 | no |');
    expect(table).toContain('| – | – |');
  });
});
