import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.generated.d.ts';

/**
 * Writes a typed document: `graphql('query … { … }', [fragments])`.
 *
 * The types come from `schema.graphql` at the root; `npx gql.tada generate output -c web/tsconfig.json` writes
 * `graphql-env.generated.d.ts` anew after a change of the schema. Fragments are masked: a component reads only what
 * its own fragment names, through {@link readFragment}.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    /** a day, `YYYY-MM-DD` */
    Date: string;
    /** an instant, ISO 8601 in UTC */
    DateTimeISO: string;
  };
}>();

export { type FragmentOf, type ResultOf, readFragment, type VariablesOf } from 'gql.tada';
