import { hash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type OperationLimits, operationLimitsRule, withRoomForIntrospection } from './operation-limits.ts';

/** How many documents are kept, and how long each may be, in UTF-16 units. A client uses a few dozen. */
const KEPT = { documents: 256, length: 8_192 };

/** A document that may be executed, or what is wrong with it. */
export type PreparedDocument =
  | { readonly document: DocumentNode; readonly errors?: never }
  | { readonly document?: never; readonly errors: readonly GraphQLError[] };

/**
 * Parses and validates documents under the limits of one door, and remembers those that hold nothing but names.
 *
 * A document with a string in it, or a comment, is never kept: both may be what a reporter typed. Variables are not
 * seen here at all. Also serves Apollo Server as its document store, so that HTTP and sockets share one memory.
 */
export class Documents {
  readonly limits: OperationLimits;
  private readonly kept = new Map<string, DocumentNode>();
  private readonly rules;

  constructor(
    private readonly schema: GraphQLSchema,
    limits: OperationLimits,
    readonly introspection: boolean,
  ) {
    this.limits = introspection ? withRoomForIntrospection(limits) : limits;
    this.rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  }

  /** Never throws. At most `limits.errors` errors; their texts may hold input and are for the mask only. */
  prepare(source: string): PreparedDocument {
    const digest = hash('sha256', source);
    const known = this.recall(digest);
    if (known) return { document: known };
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: this.limits.tokens });
    } catch (error) {
      return {
        errors: [error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read.')],
      };
    }
    const options = { maxErrors: this.limits.errors, hideSuggestions: true };
    for (const rules of [[operationLimitsRule(this.limits)], this.rules]) {
      const errors = validate(this.schema, document, rules, options);
      if (errors.length > 0) return { errors: errors.slice(0, this.limits.errors) };
    }
    if (isFreeOfText(source)) this.keep(digest, document);
    return { document };
  }

  /** Apollo Server asks with a prefix before the SHA-256 in hex. */
  async get(key: string): Promise<DocumentNode | undefined> {
    return this.recall(key.slice(-64));
  }

  /** Keeps nothing: only `prepare` decides what is kept. */
  async set(): Promise<void> {}

  /** Nothing to do: a kept document holds no more than names of the schema. */
  async delete(): Promise<boolean> {
    return false;
  }

  private recall(digest: string): DocumentNode | undefined {
    const document = this.kept.get(digest);
    if (!document) return undefined;
    this.kept.delete(digest);
    this.kept.set(digest, document);
    return document;
  }

  private keep(digest: string, document: DocumentNode): void {
    this.kept.set(digest, document);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT.documents && !oldest.done) this.kept.delete(oldest.value);
  }
}

function isFreeOfText(source: string): boolean {
  return source.length <= KEPT.length && !source.includes('"') && !source.includes('#');
}
