import { GraphQLScalarType } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

/** A day as GraphQL shows it: a `YYYY-MM-DD` string on both sides, so that no time zone can move it. */
export const GraphQLDay = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD.',
  extensions: {},
});
