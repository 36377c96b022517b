import { ServiceBusy } from '../shared/problem.type.ts';

/**
 * Says that it may have been done where the database went away: what proved who asks counts no more then, so that the same
 * call again would be refused, and the recovery key that was to be shown is not kept.
 */
export function perhapsDone<Answer>(answer: Answer | ServiceBusy): Answer | ServiceBusy {
  return answer instanceof ServiceBusy && answer.isFault
    ? ServiceBusy.awayFromPassword(answer.retryAfterSeconds)
    : answer;
}
