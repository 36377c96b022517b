import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { catalogs } from '../messages/intl.ts';
import { answersSheet } from './answers-sheet.ts';

describe('the table of answers', () => {
  const intl = createIntl({ locale: 'en-GB', messages: catalogs.en });

  it('tells choices of one text apart, in the table and in what is drawn', () => {
    const question = {
      id: 'q',
      text: 'Where?',
      isCategory: false,
      choices: [
        { id: 'a', text: 'Other' },
        { id: 'b', text: 'Other' },
        { id: 'c', text: 'Not answered' },
      ],
    };
    const rows = ['c', 'b', 'a', null].map(
      (answer, index) => ({ route: 'ANONYMOUS', answer, count: 20 + index }) as const,
    );

    const { steps, rows: table } = answersSheet(intl, question, rows);

    expect(new Set(steps).size).toBe(4);
    expect(steps.slice(1, 3)).toEqual(['Other (2)', 'Other']);
    expect(table.map(([name]) => name?.text)).toEqual(steps);
  });
});
