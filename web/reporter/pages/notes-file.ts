import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm } from '../form.ts';
import { localeOfRequest, pathIn } from '../locale.ts';

const CODE = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;

/** Gives back the code of the page as a file: only the code, under a name that says nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const code = (await readForm(request)).text('code');
  // Nothing but a code comes back, so that the address cannot be used to make a file of anything else.
  if (!CODE.test(code)) throw new Response(null, { status: 400 });
  return new Response(`${code}\r\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="notes.txt"',
      'Cache-Control': 'no-store',
    },
  });
}

/** Only a form's POST makes the file. */
export function loader({ params }: ActionFunctionArgs) {
  return redirect(pathIn(localeOfRequest(params), '/'), 303);
}
