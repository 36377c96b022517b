import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StaffCookie } from '../viewer.ts';
import type { Door } from './door.ts';
import type { EndpointParts } from './endpoint-parts.ts';
import { errorBody, errorOfStatus, JSON_TYPE } from './fixed-answers.ts';
import { mountScope } from './mount-scope.ts';
import { readOperationRequest } from './operation-request.ts';
import type { Provenance } from './origins.ts';
import {
  bearerToken,
  clearedStaffCookie,
  cookieToken,
  NO_COOKIE,
  SESSION_COOKIE,
  staffCookie,
} from './session-tokens.ts';
import { whoAsks } from './unidentified.ts';

const PREFLIGHT = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600',
};

/** Serves one door at `path`: one operation a POST, as JSON, and nothing else. */
export function mountGraphqlEndpoint(app: FastifyInstance, path: string, parts: EndpointParts): void {
  const { origins } = parts;

  mountScope(app, path, async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i,
      { parseAs: 'buffer' },
      readJson,
    );
    scope.addHook('onRequest', async (request, reply) => {
      const provenance = origins.of(request.headers);
      if (provenance === 'foreign') return refuse(reply, 403);
      if (provenance === 'allowed') allowOrigin(request, reply);
    });
    scope.post(path, { bodyLimit: parts.operations.documents.limits.bytes }, (request, reply) =>
      answer(request, reply, parts),
    );
    const otherMethod = async (request: FastifyRequest, reply: FastifyReply) => {
      const isPreflight = request.method === 'OPTIONS' && origins.of(request.headers) === 'allowed';
      return isPreflight
        ? reply.code(204).headers(PREFLIGHT).send()
        : refuse(reply.header('allow', 'POST'), 405);
    };
    scope.route({
      method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: path,
      // Before the body: refusing its type first would hide the reason.
      onRequest: otherMethod,
      handler: otherMethod,
    });
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: EndpointParts,
): Promise<FastifyReply> {
  const { door, operations, schemaReading, origins, callers } = parts;
  const operation = readOperationRequest(request.body);
  if (!operation) return refuse(reply, request.body === undefined ? 415 : 400);
  const errors = operations.refusal(operation);
  const reading = errors && schemaReading?.takes(operation) ? schemaReading : null;
  if (errors && !reading) return reply.code(400).type(JSON_TYPE).send(errorBody(errors));

  const viewer = await whoAsks(door, sessionToken(request, origins.of(request.headers), door));
  // Whoever may not read the schema gets what they would where nobody may.
  if (errors && !reading?.isFor(viewer)) return reply.code(400).type(JSON_TYPE).send(errorBody(errors));
  const answered = await (reading ?? operations).answerHttp(operation, request.headers.accept, {
    viewer,
    caller: callers.of(request.raw),
    staffCookie: door.name === 'staff' ? cookieOn(reply) : NO_COOKIE,
  });
  return reply.code(answered.status).type(answered.contentType).send(answered.body);
}

/** A bearer token counts from wherever it comes; a cookie only from our own pages, since browsers send it unasked. */
function sessionToken(request: FastifyRequest, provenance: Provenance, door: Door): string | null {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return bearerToken(authorization);
  return provenance === 'own' ? cookieToken(cookie, SESSION_COOKIE[door.name]) : null;
}

async function readJson(request: FastifyRequest, body: Buffer): Promise<unknown> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new BadBody(415);
  if (!isUtf8(body)) throw new BadBody(400);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // The parser's own error quotes what it could not read.
    throw new BadBody(400);
  }
}

/** The body is no JSON in UTF-8. `statusCode` is what the error handler answers. */
class BadBody extends Error {
  override readonly name = 'BadBody';

  constructor(readonly statusCode: 400 | 415) {
    super('The body is no JSON in UTF-8.');
  }
}

function allowOrigin(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ 'access-control-allow-origin': request.headers.origin, vary: 'Origin' });
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply
    .code(status)
    .type(JSON_TYPE)
    .send(errorBody([errorOfStatus(status)]));
}

function cookieOn(reply: FastifyReply): StaffCookie {
  return {
    set: (token, endsAt) => void reply.header('set-cookie', staffCookie(token, endsAt)),
    clear: () => void reply.header('set-cookie', clearedStaffCookie()),
  };
}
