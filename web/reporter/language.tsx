import { type LoaderFunctionArgs, Outlet } from 'react-router';
import { localeOfPath } from './locale.ts';

/** 404 where the first part of the path names neither a page nor a language; or why no page here was asked. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const { lang } = params;
  if (!localeOfPath(lang)) throw new Response(null, { status: 404 });
  if (context.refused !== null) throw new Response(null, { status: context.refused });
  return null;
}

/** Pages of one language. */
export default function Language() {
  return <Outlet />;
}
