import { describe, expect, it } from '@jest/globals';
import { movesFrom } from './statuses.ts';

describe('movesFrom', () => {
  it('offers no way back to new, and none to where the case stands', () => {
    expect(movesFrom('NEW')).toEqual(['OPEN', 'WAITING_FOR_REPORTER', 'ON_HOLD', 'CLOSED']);
    expect(movesFrom('ON_HOLD')).toEqual(['OPEN', 'WAITING_FOR_REPORTER', 'CLOSED']);
  });

  it('offers nothing for a closed case but to open it again', () => {
    expect(movesFrom('CLOSED')).toEqual(['OPEN']);
  });
});
