import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_QUESTIONS } from './default-questionnaire.ts';
import { namingRisks, namingRisksIn } from './naming-risks.ts';

describe('namingRisksIn', () => {
  it.each([
    ['Write to j.smith@example.ac.uk', 'MAIL_ADDRESS'],
    ['Dr Smith', 'PERSON'],
    ['dr. Smith', 'PERSON'],
    ['My supervisor, Professor Jones', 'PERSON'],
    ['Yr Athro Jones', 'PERSON'],
    ['الدكتور أحمد', 'PERSON'],
    ['Somebody in the group of Alex Morgan', 'PERSON'],
    ['Jean-Luc O’Brien', 'PERSON'],
    ['My supervisor', 'ONE_POST'],
    ['my direct line manager', 'ONE_POST'],
    ['The Dean', 'ONE_POST'],
    ['Head of catering', 'ONE_POST'],
    ['The team of two in the post room', 'SMALL_TEAM'],
    ['A team of 3', 'SMALL_TEAM'],
    ['Night shift (2 people)', 'SMALL_TEAM'],
    ['the two-person office', 'SMALL_TEAM'],
  ])('warns of %j', (text, reason) => {
    expect(namingRisksIn(text)).toContain(reason);
  });

  it.each([
    'A manager or supervisor',
    'Another member of staff',
    'Human Resources',
    'Student Services',
    'School of Medicine',
    'Somebody I do not know',
    'A team of 25',
    'More than 200 people',
    'Miss a deadline',
    'In the last two years',
    'At a Conference',
  ])('says nothing of %j', (text) => {
    expect(namingRisksIn(text)).toEqual([]);
  });

  it('finds a title before any name', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,12}$/);

    fc.assert(fc.property(name, (each) => namingRisksIn(`Prof. ${each}`).includes('PERSON' as never)));
  });

  it('answers whatever is written, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        namingRisksIn(text);
      }),
    );
    expect(namingRisksIn('A'.repeat(200))).toEqual([]);
    expect(namingRisksIn('Aa '.repeat(66))).toEqual(['PERSON']);
  });
});

describe('namingRisks', () => {
  it('finds nobody in the questions that come with the program, in any language', () => {
    expect(namingRisks(DEFAULT_QUESTIONS)).toEqual([]);
  });
});
