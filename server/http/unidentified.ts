import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isUnionType,
} from 'graphql';
import { isDatabaseUnavailable } from '../database/database-unavailable.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { ANYONE, type RequestContext, type Viewer } from '../viewer.ts';
import type { Door } from './door.ts';

/** Stands in the place of who asks where the database is away with their session. No resolver ever meets one. */
export interface Unidentified {
  readonly kind: 'unidentified';
  /** What the look-up failed with. */
  readonly because: unknown;
}

/** What an operation is executed with. */
export interface AskedContext extends Omit<RequestContext, 'viewer'> {
  readonly viewer: Viewer | Unidentified;
}

type RootField = GraphQLField<unknown, AskedContext>;

/** Who asks. @param token null where nothing proves it. @throws a fault of the look-up that is none of an absent database. */
export async function whoAsks(door: Door, token: string | null): Promise<Viewer | Unidentified> {
  if (token === null) return ANYONE;
  try {
    return await door.identify(token);
  } catch (because) {
    if (!isDatabaseUnavailable(because)) throw because;
    return { kind: 'unidentified', because };
  }
}

/**
 * Answers in place of each query and mutation where nobody knows who asks: nothing is done, and nobody is told that their
 * session ended. An operation that can say `ServiceBusy` says so; the mask takes everything else.
 */
export function turnAwayUnidentified(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    const fields: RootField[] = Object.values(type?.getFields() ?? {});
    for (const field of fields) {
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context, info) =>
        context.viewer.kind === 'unidentified'
          ? turnAway(field, context.viewer.because)
          : resolve(source, args, context, info);
    }
  }
}

async function turnAway(field: RootField, because: unknown): Promise<ServiceBusy> {
  const failed = () => Promise.reject(because);
  return canSayBusy(field) ? orBusy<never>(failed) : failed();
}

function canSayBusy({ type }: RootField): boolean {
  const answer = getNamedType(type);
  return isUnionType(answer) && answer.getTypes().some(({ name }) => name === ServiceBusy.name);
}
