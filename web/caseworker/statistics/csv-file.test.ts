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

  it('quotes what would end a cell', () => {
    expect(csvFile([['a, b', 'say "no"', '=a,b']])).toBe(`\uFEFF"a, b","say ""no""","'=a,b"\r\n`);
  });
});
