import { GraphQLScalarType } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

const local = GraphQLLocalDate.toConfig();

/** What we say is a day of the database, which has no others: only its form is looked at. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day as GraphQL shows it: a `YYYY-MM-DD` string on both sides, so that no time zone can move it. */
export const GraphQLDay = new GraphQLScalarType({
  ...local,
  serialize: (day) => (typeof day === 'string' && DAY.test(day) ? day : local.serialize(day)),
  parseValue: (value) => fromYearOne(local.parseValue(value)),
  parseLiteral: (node, variables) => fromYearOne(local.parseLiteral(node, variables)),
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD.',
  extensions: {},
});

/** The calendar of PostgreSQL has no year 0. */
function fromYearOne(day: unknown): unknown {
  if (String(day).startsWith('0000')) throw new TypeError('No such day');
  return day;
}
