import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** How far inside one another a sample asks; every door allows more. */
const DEEPEST = 3;

/** How many fields a sample asks for in all; every door allows more. */
const MOST_FIELDS = 70;

/** One root field, and where it stands. */
export interface RootField {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every root field of a schema. */
export function rootFieldsOf(schema: GraphQLSchema): RootField[] {
  const of = (kind: RootField['kind'], root: GraphQLObjectType | null | undefined): RootField[] =>
    Object.values(root?.getFields() ?? {}).map((field) => ({ kind, field }));
  return [
    ...of('query', schema.getQueryType()),
    ...of('mutation', schema.getMutationType()),
    ...of('subscription', schema.getSubscriptionType()),
  ];
}

/**
 * A document that asks one root field for as much as it may tell.
 *
 * @param given names of the arguments that it sets, each by the variable of its name.
 */
export function sampleDocument({ kind, field }: RootField, given: readonly string[]): string {
  const taken = field.args.filter(({ name }) => given.includes(name));
  const declared = taken.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = taken.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = selectionOf(getNamedType(field.type), DEEPEST, { left: MOST_FIELDS });
  return `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`;
}

function selectionOf(type: GraphQLNamedType, depth: number, room: { left: number }): string {
  if (isLeafType(type)) return '';
  if (isUnionType(type)) {
    // Problems say no more than their name and one fixed sentence.
    const answers = type.getTypes().filter((member) => member.getInterfaces().length === 0);
    const [answer] = answers;
    return `{ __typename ${answer && answers.length === 1 ? `... on ${answer.name} ${selectionOf(answer, depth, room)}` : ''} }`;
  }
  if (!isObjectType(type)) return '{ __typename }';
  const asked: string[] = ['__typename'];
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  for (const { name, type: inner } of fields) {
    const named = getNamedType(inner);
    if (room.left <= 0 || (depth === 0 && !isLeafType(named))) continue;
    room.left -= 1;
    asked.push(`${name} ${selectionOf(named, depth - 1, room)}`);
  }
  return `{ ${asked.join(' ')} }`;
}
