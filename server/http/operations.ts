import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type FormattedExecutionResult, GraphQLError, getOperationAST, OperationTypeNode } from 'graphql';
import type { Log } from '../shared/log.ts';
import { Documents } from './documents.ts';
import type { Door } from './door.ts';
import { JSON_TYPE } from './fixed-answers.ts';
import { ErrorMask, type MaskedError } from './mask.ts';
import { operationLimitsRule } from './operation-limits.ts';
import type { OperationRequest } from './operation-request.ts';
import { type AskedContext, turnAwayUnidentified } from './unidentified.ts';
import { areVariablesWithin } from './variable-limits.ts';

/** An answer as it goes over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const GRAPHQL_JSON_TYPE = 'application/graphql-response+json';

/** Executes what passed the limits of one door, and masks what comes back. */
export class Operations {
  readonly documents: Documents;
  readonly mask: ErrorMask;
  private readonly apollo: ApolloServer<AskedContext>;

  /** @param introspection for development only: lets clients read the schema. */
  constructor(door: Door, log: Log, introspection: boolean) {
    this.documents = new Documents(door.schema, door.limits, introspection);
    this.mask = new ErrorMask(log, door.name);
    turnAwayUnidentified(door.schema);
    this.apollo = buildApollo(door, this.documents, this.mask);
  }

  /** Has to be awaited before the first operation. */
  async start(): Promise<void> {
    await this.apollo.start();
  }

  async stop(): Promise<void> {
    await this.apollo.stop();
  }

  /** What is wrong with a request before anybody is asked who they are; null: it may be executed. */
  refusal(request: OperationRequest): MaskedError[] | null {
    const { limits } = this.documents;
    const prepared = this.documents.prepare(request.query);
    if (prepared.errors) return this.mask.maskAll(prepared.errors, limits.errors);
    const operation = getOperationAST(prepared.document, request.operationName);
    const isServed = operation && operation.operation !== OperationTypeNode.SUBSCRIPTION;
    if (isServed && areVariablesWithin(limits, request.variables)) return null;
    return [this.mask.mask(new GraphQLError('This operation is not served here.'))];
  }

  /** Executes a query or mutation for a client on HTTP. Never throws. */
  async answerHttp(
    request: OperationRequest,
    accept: string | undefined,
    context: AskedContext,
  ): Promise<HttpAnswer> {
    const takesGraphqlJson = accept?.includes(GRAPHQL_JSON_TYPE) ?? false;
    const { status, answer } = await this.run(request, context);
    return {
      status,
      contentType: takesGraphqlJson ? `${GRAPHQL_JSON_TYPE}; charset=utf-8` : JSON_TYPE,
      body: `${JSON.stringify(answer)}\n`,
    };
  }

  /** Executes a query or mutation inside this process, with all limits and the mask of HTTP. Never throws. */
  async execute(request: OperationRequest, context: AskedContext): Promise<FormattedExecutionResult> {
    const errors = this.refusal(request);
    return errors ? { errors } : (await this.run(request, context)).answer;
  }

  private async run(
    { query, variables, operationName }: OperationRequest,
    contextValue: AskedContext,
  ): Promise<{ status: number; answer: FormattedExecutionResult }> {
    const { body, http } = await this.apollo.executeOperation(
      { query, variables, operationName: operationName ?? undefined },
      { contextValue },
    );
    if (body.kind !== 'single') throw new TypeError('Incremental delivery is not part of any schema here.');
    const { data, errors } = body.singleResult;
    return {
      status: http.status ?? 200,
      answer: { ...(errors && { errors }), data: data as Record<string, unknown> | null | undefined },
    };
  }
}

/**
 * The rules are given to Apollo as well, although `Documents` has applied them by then: a document that is not kept
 * is parsed a second time, and nothing may depend on the first.
 */
function buildApollo(door: Door, documents: Documents, mask: ErrorMask): ApolloServer<AskedContext> {
  return new ApolloServer<AskedContext>({
    schema: door.schema,
    introspection: documents.introspection,
    validationRules: [operationLimitsRule(documents.limits)],
    validationOptions: { maxErrors: documents.limits.errors },
    parseOptions: { maxTokens: documents.limits.tokens },
    executionOptions: { maxCoercionErrors: documents.limits.errors },
    documentStore: documents,
    formatError: (_, error) => mask.mask(error),
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      // A variable APOLLO_KEY in the environment would turn on reports to another host.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fewErrors(documents.limits.errors),
    ],
  });
}

function fewErrors(most: number): ApolloServerPlugin<AskedContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { errors } = response.body.singleResult;
          if (errors && errors.length > most) response.body.singleResult.errors = errors.slice(0, most);
        },
      };
    },
  };
}
