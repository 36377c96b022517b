import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../shared/day.ts';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { NamingRisk } from './naming-risk.type.ts';
import { QuestionFault } from './question-fault.type.ts';
import { QuestionSource } from './question-source.type.ts';

/** The questions while they are written. */
@ObjectType({
  description:
    'The questions while they are written. There is one draft; where nobody began it, it is what is asked now.',
})
export class QuestionnaireDraft {
  @Field(() => ID, {
    description:
      'changes with every save; the id of the version that is asked now where nobody began a draft',
  })
  readonly revision!: string;

  @Field(() => Boolean, { description: 'whether there is anything in it that is not asked now' })
  readonly isChanged!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'who saved it last; null: nobody yet, or somebody who left',
  })
  readonly savedBy!: string | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'when it was saved last; null: nobody began it' })
  readonly savedOn!: Day | null;

  @Field(() => [QuestionSource], { description: 'in the order they will be asked' })
  readonly questions!: QuestionSource[];

  @Field(() => [QuestionFault], { description: 'what keeps it from being published; empty: nothing' })
  readonly faults!: QuestionFault[];

  @Field(() => [NamingRisk], { description: 'choices that could point at somebody; they keep nothing back' })
  readonly namingRisks!: NamingRisk[];
}

/** A version of the questions. */
@ObjectType({ description: 'A version of the questions. It never changes.' })
export class QuestionnaireVersion {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => Int, { description: '1 for the first version' })
  readonly number!: number;

  @Field(() => GraphQLDay, { description: 'the day it was published' })
  readonly publishedOn!: Day;

  @Field(() => String, {
    nullable: true,
    description: 'who published it; null: it came with the program, or they have left',
  })
  readonly publishedBy!: string | null;

  @Field(() => Boolean, { description: 'whether it is asked now' })
  readonly isCurrent!: boolean;
}

/** The draft is stored. */
@ObjectType({ description: 'The draft is stored.' })
export class QuestionnaireDraftSaved {
  @Field(() => QuestionnaireDraft, { description: 'as it was stored' })
  readonly draft: QuestionnaireDraft;

  constructor(draft: QuestionnaireDraft) {
    this.draft = draft;
  }
}

/** Somebody else saved or published in between. */
@ObjectType({
  implements: Problem,
  description: 'Somebody saved or published another draft in between. Nothing was stored.',
})
export class QuestionnaireDraftMovedOn extends Problem {
  constructor() {
    super('Somebody else has changed these questions in the meantime. Nothing was stored.');
  }
}

/** Not even a draft. */
@ObjectType({ implements: Problem, description: 'What no editor makes. Nothing was stored.' })
export class InvalidQuestionnaireDraft extends Problem {
  @Field(() => [QuestionFault], { description: 'what stands against it' })
  readonly faults: QuestionFault[];

  constructor(message: string, faults: QuestionFault[] = []) {
    super(message);
    this.faults = faults;
  }
}

/** The draft is what is asked from now on. */
@ObjectType({
  description: 'The draft is what is asked from now on. Reports sent before keep what they were asked.',
})
export class QuestionnairePublished {
  @Field(() => QuestionnaireVersion, { description: 'the new version' })
  readonly version: QuestionnaireVersion;

  constructor(version: QuestionnaireVersion) {
    this.version = version;
  }
}

/** Something keeps the draft from being asked. */
@ObjectType({
  implements: Problem,
  description: 'Something keeps the draft from being asked. Nothing was published.',
})
export class QuestionnaireNotReady extends Problem {
  @Field(() => [QuestionFault], { description: 'what stands against it; empty: it is what is asked already' })
  readonly faults: QuestionFault[];

  constructor(message: string, faults: QuestionFault[]) {
    super(message);
    this.faults = faults;
  }
}

/** What `saveQuestionnaireDraft` answers. */
export const SaveQuestionnaireDraftResult = createUnionType({
  name: 'SaveQuestionnaireDraftResult',
  description: 'What came of saving the draft.',
  types: () =>
    [QuestionnaireDraftSaved, QuestionnaireDraftMovedOn, InvalidQuestionnaireDraft, ServiceBusy] as const,
});

/** What `publishQuestionnaire` answers. */
export const PublishQuestionnaireResult = createUnionType({
  name: 'PublishQuestionnaireResult',
  description: 'What came of publishing the draft.',
  types: () =>
    [QuestionnairePublished, QuestionnaireDraftMovedOn, QuestionnaireNotReady, ServiceBusy] as const,
});
