import { describe, expect, it } from '@jest/globals';
import { reopenedByMessage } from './reopened-by-message.ts';

function moved(id: string, fromStatus: string, toStatus: string) {
  return { id, kind: 'STATUS_CHANGED', fromStatus, toStatus };
}

const REPLIED = { id: 'reply', kind: 'REPLIED', fromStatus: null, toStatus: null };

describe('reopenedByMessage', () => {
  it('finds the closing after which the case is open though nobody opened it', () => {
    const history = [moved('1', 'NEW', 'OPEN'), moved('2', 'OPEN', 'CLOSED'), REPLIED];

    expect([...reopenedByMessage(history, 'OPEN')]).toEqual(['2']);
    expect([...reopenedByMessage(history, 'CLOSED')]).toEqual([]);
  });

  it('leaves out a closing that somebody of staff undid, and finds an earlier one that nobody did', () => {
    const history = [
      moved('1', 'OPEN', 'CLOSED'),
      moved('2', 'OPEN', 'CLOSED'),
      moved('3', 'CLOSED', 'OPEN'),
      moved('4', 'OPEN', 'ON_HOLD'),
    ];

    expect([...reopenedByMessage(history, 'ON_HOLD')]).toEqual(['1']);
  });
});
