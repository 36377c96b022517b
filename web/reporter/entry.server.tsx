import { renderToString } from 'react-dom/server';
import { type AppLoadContext, type EntryContext, isRouteErrorResponse, ServerRouter } from 'react-router';
import { EnhancementScript } from './frame/enhancement-script.ts';

/** How long React Router may hold loader data for a client router. Nothing here has one. */
export const streamTimeout = 1; // 1 millisecond

/**
 * Renders a page as one whole document: no hydration, no inline script, and so nothing for a nonce to allow.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
): Response {
  // Answers must not wait in memory for a client router that never comes.
  entry.serverHandoffStream?.cancel().catch(() => undefined);
  const page = renderToString(
    <EnhancementScript value={entry.manifest.entry.module}>
      <ServerRouter context={{ ...entry, serverHandoffStream: undefined }} url={request.url} />
    </EnhancementScript>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', 'no-store');
  return new Response(`<!DOCTYPE html>${page}`, { status, headers });
}

/** No client router, no loader data over the wire: what asks for it is not one of our pages. */
export function handleDataRequest(): Response {
  return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
}

/**
 * Hands on what broke. React Router would print it, with whatever it holds; its own refusals (no such page, no such
 * method) are no incident, and name the address that was asked for.
 */
export function handleError(error: unknown, { context }: { context: AppLoadContext }): void {
  if (!isRouteErrorResponse(error)) context.reportIncident(error);
}
