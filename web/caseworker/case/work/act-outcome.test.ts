import { describe, expect, it } from '@jest/globals';
import { mayHaveArrived, outcomeOf } from './act-outcome.ts';

describe('what came of an act on a case', () => {
  it('is unknown where the service broke on the way: the act may have been stored', () => {
    const outcome = outcomeOf({ __typename: 'ServiceBusy' });

    expect(outcome).toEqual({ kind: 'failed', failure: 'service' });
    expect(mayHaveArrived(outcome)).toBe(true);
  });
});
