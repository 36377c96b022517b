import type { FastifyInstance } from 'fastify';
import type { EndpointParts } from './endpoint-parts.ts';

/**
 * Puts the pages of a listener beside its GraphQL endpoint.
 *
 * @throws {StartFault} the pages are not built.
 */
export type MountPages = (app: FastifyInstance, parts: EndpointParts) => Promise<void>;
