import type { PortalContext, PortalDocument } from '../portal-context.ts';

/** The service answered an operation with an error instead of data; nothing can be said about why. */
export class ServiceFailed extends Error {
  /** `UNAUTHENTICATED`, `FORBIDDEN`, `BAD_USER_INPUT`, `THROTTLED` or `INTERNAL_SERVER_ERROR` */
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'ServiceFailed';
    this.code = code;
  }
}

/**
 * Runs one operation on the public door.
 *
 * @param token the reporter's session token; absent for what anyone may ask.
 * @throws {ServiceFailed} there were errors, or the operation could not be run at all.
 */
export async function ask<Result, Variables>(
  context: PortalContext,
  document: PortalDocument<Result, Variables>,
  variables: Variables,
  token?: string | null,
): Promise<Result> {
  const answer = await context.execute(document, variables, { token: token ?? null }).catch(() => null);
  const [error] = answer?.errors ?? [];
  if (error) throw new ServiceFailed(String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR'));
  if (!answer?.data) throw new ServiceFailed('INTERNAL_SERVER_ERROR');
  return answer.data;
}
