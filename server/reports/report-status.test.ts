import { describe, expect, it } from '@jest/globals';
import { CaseStatus } from './case-status.type.ts';
import { reportStatusOf } from './report-status.ts';

describe('reportStatusOf', () => {
  it.each([
    [CaseStatus.NEW, 'RECEIVED'],
    [CaseStatus.OPEN, 'IN_PROGRESS'],
    [CaseStatus.WAITING_FOR_REPORTER, 'IN_PROGRESS'],
    [CaseStatus.ON_HOLD, 'IN_PROGRESS'],
    [CaseStatus.CLOSED, 'CLOSED'],
  ])('tells the reporter of %s only %s', (status, told) => {
    expect(reportStatusOf(status)).toBe(told);
  });

  it('knows every status that a case can have', () => {
    for (const status of Object.values(CaseStatus)) expect(reportStatusOf(status)).toMatch(/^[A-Z_]+$/);
  });
});
