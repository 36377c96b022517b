import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What no form sends, by scalar: among it all that PostgreSQL takes for no text, no number and no day. */
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  String: ['\0', '\ud800', ''],
  ID: ['\0', '\ud800', ''],
  Int: [2 ** 31 - 1, -(2 ** 31)],
  Date: ['0001-01-01', '9999-12-31'],
};

const ORDINARY: Readonly<Record<string, unknown>> = { Int: 1, Boolean: true, Date: '2026-01-01' };

/** The same variables many times, each time with one value of one argument that no form sends. */
export function* hostileVariables(args: readonly GraphQLArgument[], sample: Variables): Generator<Variables> {
  for (const { name, type } of args) {
    for (const value of spoilt(type, sample[name])) yield { ...sample, [name]: value };
  }
}

function* spoilt(given: GraphQLInputType, sample: unknown): Generator<unknown> {
  const type = getNullableType(given);
  if (isListType(type)) {
    const [first = ordinary(type.ofType)] = Array.isArray(sample) ? sample : [];
    for (const value of spoilt(type.ofType, first)) yield [value];
  } else if (isInputObjectType(type)) {
    const whole = (sample ?? ordinary(type)) as Variables;
    for (const field of Object.values(type.getFields())) {
      for (const value of spoilt(field.type, whole[field.name])) yield { ...whole, [field.name]: value };
    }
  } else {
    yield* HOSTILE[type.name] ?? [];
  }
}

/** Something of a type that is taken for its form at least. */
function ordinary(given: GraphQLInputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return ORDINARY[type.name] ?? 'x';
  const needed = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(needed.map((field) => [field.name, ordinary(field.type)]));
}
