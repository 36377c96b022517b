import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { errorBody, errorOfStatus, JSON_TYPE } from './fixed-answers.ts';
import type { ErrorMask } from './mask.ts';

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
  const answered = status < 500 ? errorOfStatus(status) : mask.incident(error);
  const body: unknown = errorBody([answered]);
  return reply.code(status).type(JSON_TYPE).send(body);
}

/** The status a fault is answered with; whatever was not meant for a client is 500. */
export function statusOf(error: Partial<FastifyError>): number {
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? status : 500;
}
