import { describe, expect, it } from '@jest/globals';
import { csvFile } from './csv-file.ts';

describe('a CSV file', () => {
  it('begins with a byte order mark and ends each line', () => {
    expect(
      csvFile([
        ['Month', 'Reports'],
        ['May 2026', 45],
      ]),
    ).toBe('\uFEFFMonth,Reports\r\nMay 2026,45\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '＝1+1', '＠sum'])(
    'keeps %j from being run as a formula',
    (value) => {
      expect(csvFile([[value]])).toBe(`\uFEFF'${value}\r\n`);
    },
  );

  it.each([
    ['Staff;=1+1', "Staff;'=1+1"],
    ['Staff;', 'Staff;'],
    ['Staff; or not', 'Staff; or not'],
    ['a;-b;@c', "a;'-b;'@c"],
  ])('keeps %j from being run as a formula where cells are split at semicolons', (value, safe) => {
    expect(csvFile([[value]])).toBe(`\uFEFF${safe}\r\n`);
  });

  it('quotes what would end a cell', () => {
    expect(csvFile([['a;"=1+1']])).toBe(`\uFEFF"a;""'=1+1"\r\n`);
    expect(csvFile([['a, b', 'say "no"', '=a,b']])).toBe(`\uFEFF"a, b","say ""no""","'=a,b"\r\n`);
  });
});
