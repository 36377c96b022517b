import { assertNever } from '../../../shared/assert-never.ts';
import { type Failure, failureOf } from '../../service/failure.ts';

/** What came of one act on a case. `words` come from the service and are safe to show. */
export type ActOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: ActRefusal }
  | { readonly kind: 'refused-in-words'; readonly words: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Why an act was not done. Nothing was stored. */
export type ActRefusal =
  | 'CaseNotFound'
  | 'AssigneeCannotOpenCase'
  | 'KeyReused'
  | 'UnknownLabel'
  | 'CannotHoldCase'
  | 'NobodyElseCanOpen'
  | 'NoSuchColleague';

/** Everything that an act may be answered with. */
export type ActAnswer =
  | {
      readonly __typename:
        | 'CaseAssigned'
        | 'CaseStatusChanged'
        | 'CaseLabelsSet'
        | 'CaseHandedOver'
        | 'CaseGranted'
        | 'KeptOutOfCase';
    }
  | { readonly __typename: 'StatusChangeRefused' | 'InvalidMessage'; readonly refusal: string }
  | { readonly __typename: ActRefusal }
  /** No act on a case is rationed: the service broke on the way, perhaps after the act was stored. */
  | { readonly __typename: 'ServiceBusy' };

/** Sorts an answer; null where the service gave none. */
export function outcomeOf(answer: ActAnswer | null | undefined): ActOutcome {
  if (!answer) return { kind: 'failed', failure: 'service' };
  switch (answer.__typename) {
    case 'CaseAssigned':
    case 'CaseStatusChanged':
    case 'CaseLabelsSet':
    case 'CaseHandedOver':
    case 'CaseGranted':
    case 'KeptOutOfCase':
      return { kind: 'done' };
    case 'StatusChangeRefused':
    case 'InvalidMessage':
      return { kind: 'refused-in-words', words: answer.refusal };
    case 'CaseNotFound':
    case 'AssigneeCannotOpenCase':
    case 'KeyReused':
    case 'UnknownLabel':
    case 'CannotHoldCase':
    case 'NobodyElseCanOpen':
    case 'NoSuchColleague':
      return { kind: 'refused', reason: answer.__typename };
    case 'ServiceBusy':
      return { kind: 'failed', failure: 'service' };
    default:
      return assertNever(answer);
  }
}

/** Whether nobody knows if an act was done: tried again under the same key it is not done twice. */
export function mayHaveArrived(outcome: ActOutcome): boolean {
  return outcome.kind === 'failed';
}

/** Waits for an answer and sorts it; never throws. */
export async function outcomeFrom(answering: Promise<ActAnswer | null | undefined>): Promise<ActOutcome> {
  try {
    return outcomeOf(await answering);
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}
