import { GraphQLError, getOperationAST, OperationTypeNode } from 'graphql';
import { makeServer } from 'graphql-ws';
import { ANYONE } from '../viewer.ts';
import type { EndpointParts } from './endpoint-parts.ts';
import type { OpenSocket, ProtocolOptions, ProtocolServer } from './open-socket.ts';
import { readOperationRequest } from './operation-request.ts';
import { bearerToken, NO_COOKIE } from './session-tokens.ts';
import type { SocketLimits } from './socket-limits.ts';
import { areVariablesWithin } from './variable-limits.ts';

/** Longest id of an operation that a client may choose, in UTF-16 units: it is sent back with every answer. */
const LONGEST_ID = 128;

type Hooks = Required<Pick<ProtocolOptions, 'onConnect' | 'onSubscribe' | 'onNext' | 'onError'>>;

/**
 * The graphql-transport-ws protocol on one door: subscriptions only, under the limits and the mask of HTTP.
 *
 * Nothing that guards HTTP reaches a socket by itself, so each guard is set here once more.
 */
export function socketProtocol(parts: EndpointParts, limits: SocketLimits): ProtocolServer {
  return makeServer<Record<string, unknown>, OpenSocket>({
    connectionInitWaitTimeout: limits.initMs,
    ...hooks(parts, limits),
  });
}

function hooks({ door, operations }: EndpointParts, limits: SocketLimits): Hooks {
  const { documents, mask } = operations;
  return {
    async onConnect(context) {
      const socket = context.extra;
      const { authorization } = context.connectionParams ?? {};
      const token = authorization === undefined ? socket.token : bearerToken(authorization);
      socket.token = null;
      // The library keeps it as long as the socket lives.
      Reflect.deleteProperty(context, 'connectionParams');

      const viewer = token === null ? ANYONE : await door.identify(token);
      if (authorization !== undefined && viewer.kind === 'anyone') return false;
      if (socket.readyState !== socket.OPEN) return false;
      socket.viewer = viewer;
      if ('sessionHash' in viewer)
        socket.unwatch = door.onSessionEnd(viewer.sessionHash, () => socket.end(4401));
      return true;
    },

    onSubscribe({ extra: socket, subscriptions }, id, payload) {
      if (id.length > LONGEST_ID) {
        socket.end(4400);
        return [notServed()];
      }
      if (Object.keys(subscriptions).length > limits.operations) {
        return [new GraphQLError('Too many operations.', { extensions: { code: 'THROTTLED' } })];
      }
      const request = readOperationRequest(payload);
      if (!request) return [notServed()];
      const prepared = documents.prepare(request.query);
      if (prepared.errors) return prepared.errors;
      const operation = getOperationAST(prepared.document, request.operationName);
      const isServed = operation?.operation === OperationTypeNode.SUBSCRIPTION;
      if (!isServed || !areVariablesWithin(documents.limits, request.variables)) return [notServed()];
      return {
        schema: door.schema,
        document: prepared.document,
        operationName: request.operationName,
        variableValues: request.variables,
        contextValue: { viewer: socket.viewer, caller: socket.caller, staffCookie: NO_COOKIE },
        rootValue: undefined,
        options: { maxCoercionErrors: documents.limits.errors },
        hideSuggestions: true,
      };
    },

    onNext: (_context, _id, _payload, _args, { errors, ...result }) =>
      errors ? { ...result, errors: mask.maskAll(errors, documents.limits.errors) } : undefined,

    onError: (_context, _id, _payload, errors) => mask.maskAll(errors, documents.limits.errors),
  };
}

function notServed(): GraphQLError {
  return new GraphQLError('This operation is not served here.');
}
