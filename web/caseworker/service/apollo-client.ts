import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import type { Client } from 'graphql-ws';
import { of } from 'rxjs';
import { failureOf } from './failure.ts';

/** What the service itself would answer without a session. */
const NOBODY = { errors: [{ message: 'Nobody is signed in.', extensions: { code: 'UNAUTHENTICATED' } }] };

const ANSWER_WITHIN = 30_000; // 30 seconds

/**
 * Builds the one client of the page: questions and mutations over HTTP with the staff cookie, the subscription over
 * the socket.
 *
 * @param socket see `openSocket`.
 * @param isOver whether the session has ended and the page waits, covered, for its owner: the cookie may be somebody else's by
 *   now, so nothing but their sign-in is sent.
 * @param sessionEnded called whenever the service answers that nobody is signed in.
 * @param refused called whenever it answers that this is not for whoever is.
 */
export function buildApolloClient(
  socket: Client,
  isOver: () => boolean,
  sessionEnded: () => void,
  refused: () => void,
): ApolloClient {
  const overHttp = new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchInTime });
  const overSocket = new GraphQLWsLink(socket);
  const waitForOwner = new ApolloLink((operation, forward) =>
    isOver() && operation.operationName !== 'SignIn' ? of(NOBODY) : forward(operation),
  );
  const watchSession = new ErrorLink(({ error }) => {
    const failure = failureOf(error);
    if (failure === 'session-ended') sessionEnded();
    if (failure === 'refused') refused();
  });
  return new ApolloClient({
    cache: buildCache(),
    link: watchSession.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      overSocket,
      waitForOwner.concat(overHttp),
    ),
    // A look that is still under way was answered before the change that somebody looks for: shared with it, a reply just
    // sent would vanish again.
    queryDeduplication: false,
    // The service need not know what asks it.
    enhancedClientAwareness: { transport: false },
    devtools: { enabled: import.meta.env.DEV },
  });
}

/** Cases are one object each, wherever they came from; what has no id of its own belongs to its case. */
function buildCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: { fields: { cases: relayStylePagination(['filter', 'orderBy']) } },
      Case: { fields: { messages: { merge: false }, answers: { merge: false }, notes: { merge: false } } },
    },
  });
}

/** A request that hangs counts as lost: what to do next is for the person, and a retry is safe. */
function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const limit = AbortSignal.timeout(ANSWER_WITHIN);
  return fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
}
