import { GraphQLError, type ValidationRule } from 'graphql';
import { documentExtent } from './document-extent.ts';

/** How much one GraphQL request may ask for. The same on HTTP, on sockets and in process. */
export interface OperationLimits {
  /** Lexical tokens of the document; bounds what the parser and every later rule can cost. */
  readonly tokens: number;
  /** Fields inside one another, fragments opened. */
  readonly depth: number;
  /** Fields in all, fragments opened wherever they are spread. */
  readonly fields: number;
  /** Fields with an alias, `__typename` included, fragments opened. */
  readonly aliases: number;
  /** Fields whose name in the answer stands twice in one selection. */
  readonly duplicates: number;
  /** Fields of one query at its root; a mutation or subscription has one. */
  readonly rootFields: number;
  readonly directives: number;
  /** Errors in one answer. */
  readonly errors: number;
  /** Request body, or document and variables of a request in process. */
  readonly bytes: number;
  /** Values in the variables: scalars, lists and objects, each counted once. */
  readonly variableValues: number;
  /** Lists and objects inside one another in the variables. */
  readonly variableDepth: number;
}

/** What strangers may ask for. The portal's largest operation takes less than half of each. */
export const PUBLIC_LIMITS: OperationLimits = Object.freeze({
  tokens: 400,
  depth: 8,
  fields: 150,
  aliases: 10,
  duplicates: 4,
  rootFields: 6,
  directives: 8,
  errors: 5,
  bytes: 128 * 1024,
  variableValues: 4_000,
  variableDepth: 8,
});

/** What staff may ask for: the dashboard's pages ask for more at once. */
export const STAFF_LIMITS: OperationLimits = Object.freeze({
  ...PUBLIC_LIMITS,
  tokens: 1_200,
  depth: 12,
  fields: 500,
  aliases: 20,
  rootFields: 12,
  directives: 20,
  // The questions are saved as a whole, in every language.
  bytes: 256 * 1024,
  variableValues: 12_000,
});

/** What analysts may ask for: a few tables at once, each of which is bounded by itself. */
export const ANALYTICS_LIMITS: OperationLimits = Object.freeze({
  ...PUBLIC_LIMITS,
  depth: 5,
  fields: 80,
  rootFields: 5,
  bytes: 16 * 1024,
  variableValues: 200,
});

/** The same limits widened so far that GraphiQL's introspection fits; for development only. */
export function withRoomForIntrospection(limits: OperationLimits): OperationLimits {
  return { ...limits, tokens: Math.max(limits.tokens, 2_000), depth: 24, fields: 2_000 };
}

/**
 * Refuses a document that asks for more than the limits allow.
 *
 * Runs alone before the rules of the GraphQL specification, because some of those take quadratic time.
 */
export function operationLimitsRule(limits: OperationLimits): ValidationRule {
  return (context) => ({
    Document(document) {
      const extent = documentExtent(document);
      const isWithin =
        extent.depth <= limits.depth &&
        extent.fields <= limits.fields &&
        extent.aliases <= limits.aliases &&
        extent.duplicates <= limits.duplicates &&
        extent.directives <= limits.directives &&
        extent.queryRootFields <= limits.rootFields &&
        extent.otherRootFields <= 1;
      if (!isWithin)
        context.reportError(new GraphQLError('The operation asks for more than this door allows.'));
      return false;
    },
  });
}
