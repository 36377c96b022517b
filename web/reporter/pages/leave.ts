import type { LoaderFunctionArgs } from 'react-router';
import { NEUTRAL_ADDRESS } from '../leave-address.ts';
import { forgetEverything } from '../session/session.ts';

/**
 * Ends the session, makes the browser forget this site, and goes elsewhere. A GET, because it is a plain link; another
 * site that links here can do no more than send somebody away, as the session cookie does not come along.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const headers = await forgetEverything(request, context);
  headers.set('Location', NEUTRAL_ADDRESS);
  headers.set('Cache-Control', 'no-store');
  return new Response(null, { status: 303, headers });
}
