import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { errorBody, errorOfStatus, JSON_TYPE } from './fixed-answers.ts';
import type { ErrorMask, MaskedError } from './mask.ts';

/**
 * Gives every fault of a listener a fixed answer. The framework's own answers repeat the path, the content type or the
 * body that could not be read.
 */
export function answerFaultsPlainly(app: FastifyInstance, mask: ErrorMask): void {
  app.setErrorHandler((error: FastifyError, _, reply) => answerFault(error, reply, mask));
  app.setNotFoundHandler((_, reply) =>
    reply
      .code(404)
      .type(JSON_TYPE)
      .send(errorBody([errorOfStatus(404)])),
  );
}

/** Answers one fault: what the request did wrong by its status, anything else as an incident. */
export function answerFault(
  error: Partial<FastifyError>,
  reply: FastifyReply,
  mask: ErrorMask,
): FastifyReply {
  const status = statusOf(error);
  if (status >= 500) return answerIncident(mask.incident(error), reply);
  return reply
    .code(status)
    .type(JSON_TYPE)
    .send(errorBody([errorOfStatus(status)]));
}

/** Answers what was not foreseen: by 503 and when to come back where waiting helps, else by 500. */
export function answerIncident(incident: MaskedError, reply: FastifyReply): FastifyReply {
  const { retryAfterSeconds } = incident.extensions;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(retryAfterSeconds === undefined ? 500 : 503)
    .type(JSON_TYPE)
    .send(errorBody([incident]));
}

/** The status a fault is answered with; whatever was not meant for a client is 500. */
export function statusOf(error: Partial<FastifyError>): number {
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? status : 500;
}
