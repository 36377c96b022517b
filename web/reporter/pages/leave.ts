import type { LoaderFunctionArgs } from 'react-router';
import { localeOfAddress } from '../locale.ts';
import { exitAddressIn } from '../service/organisation.ts';
import { forgetEverything } from '../session/session.ts';

/**
 * Ends the session, makes the browser forget this site, and goes elsewhere. A GET, because it is a plain link; another
 * site that links here can do no more than send somebody away, as the session cookie does not come along.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const headers = await forgetEverything(request, context);
  headers.set('Location', exitAddressIn(localeOfAddress(new URL(request.url).pathname)));
  headers.set('Cache-Control', 'no-store');
  return new Response(null, { status: 303, headers });
}
