import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** The lists that an inbox opens with. */
export enum CaseView {
  MY_CASES = 'MY_CASES',
  UNASSIGNED = 'UNASSIGNED',
  REPLY_DUE = 'REPLY_DUE',
  OVERDUE = 'OVERDUE',
  WAITING_FOR_REPORTER = 'WAITING_FOR_REPORTER',
  ALL_OPEN = 'ALL_OPEN',
  CLOSED = 'CLOSED',
}

registerEnumType(CaseView, {
  name: 'CaseView',
  description: 'The lists that an inbox opens with, in this order.',
  valuesConfig: {
    MY_CASES: { description: 'assigned to whoever asks, and not closed' },
    UNASSIGNED: { description: 'assigned to nobody, and not closed' },
    REPLY_DUE: { description: 'a reporter was promised an answer; overdue ones included' },
    OVERDUE: { description: 'the day of the answer has passed' },
    WAITING_FOR_REPORTER: { description: 'in that status' },
    ALL_OPEN: { description: 'not closed' },
    CLOSED: { description: 'closed' },
  },
});

/** A list and how long it is. */
@ObjectType({ description: 'A list and how long it is.' })
export class CaseViewCount {
  @Field(() => CaseView, { description: 'which list' })
  readonly view!: CaseView;

  @Field(() => Int, { description: 'how many cases stand in it' })
  readonly count!: number;
}
