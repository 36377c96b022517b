import { type ActionFunctionArgs, redirect, useActionData } from 'react-router';
import { readForm } from '../form.ts';
import { Page } from '../frame/Page.tsx';
import { localeOfRequest, pathIn } from '../locale.ts';
import { CodeForm } from '../session/CodeForm.tsx';
import { sessionCookie } from '../session/cookies.ts';
import { logInWith } from '../session/log-in.ts';
import { tokenOf } from '../session/session.ts';
import { Say, useSay } from '../text.tsx';

/** Logs in, or says beside the field what stands against it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = (await readForm(request)).text('code');
  const outcome = await logInWith(context, typed, tokenOf(request));
  if ('fault' in outcome) return { typed, fault: outcome.fault };
  return redirect(pathIn(localeOfRequest(params), '/messages'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(outcome) },
  });
}

/** "Read your messages": one field. */
export default function Login() {
  const refused = useActionData<typeof action>();
  const say = useSay();
  const problem = refused && say(refused.fault.message, refused.fault.values);
  return (
    <Page heading={<Say id="login.title" />} problems={problem ? [{ field: 'code', sentence: problem }] : []}>
      <CodeForm typed={refused?.typed ?? ''} problem={problem} />
    </Page>
  );
}
