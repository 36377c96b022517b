import type { FastifyInstance } from 'fastify';

/**
 * Mounts a part of a listener that has hooks, parsers and handlers of its own.
 *
 * @param name said in Fastify's own errors. Without one Fastify looks for it among all modules that were ever loaded.
 */
export function mountScope(
  app: FastifyInstance,
  name: string,
  mount: (scope: FastifyInstance) => Promise<void>,
): void {
  app.register(Object.assign(mount, { [Symbol.for('fastify.display-name')]: name }));
}
