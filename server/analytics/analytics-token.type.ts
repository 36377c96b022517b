import { createUnionType, Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';

/** A token that reads aggregates and nothing else. The token itself is not in it. */
@ObjectType({ description: 'An API token that reads aggregates and nothing else; without its secret.' })
export class AnalyticsToken {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => String, { description: 'what staff call it' })
  readonly name!: string;

  @Field(() => GraphQLISODateTime, { description: 'when it was made' })
  readonly madeAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'from when on it is refused' })
  readonly expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'when it was revoked; null: it was not' })
  readonly revokedAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'when it was last asked with; null: never',
  })
  readonly lastQueryAt!: Date | null;
}

/** The token was made. */
@ObjectType({ description: 'The token was made. Its secret is in this answer and nowhere else.' })
export class AnalyticsTokenMade {
  @Field(() => String, { description: 'rst_an_…, shown once: for `Authorization: Bearer`' })
  readonly secret: string;

  @Field(() => AnalyticsToken, { description: 'the token as it is listed' })
  readonly token: AnalyticsToken;

  constructor(secret: string, token: AnalyticsToken) {
    this.secret = secret;
    this.token = token;
  }
}

/** The token cannot be made as it is. */
@ObjectType({
  implements: Problem,
  description:
    'The name is empty or too long, the days do not fit, or this id made a token already. Nothing was made.',
})
export class InvalidAnalyticsToken extends Problem {}

/** What `makeAnalyticsToken` answers. */
export const MakeAnalyticsTokenResult = createUnionType({
  name: 'MakeAnalyticsTokenResult',
  description: 'What came of making a token.',
  types: () => [AnalyticsTokenMade, InvalidAnalyticsToken, ServiceBusy] as const,
});
