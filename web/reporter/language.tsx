import { type LoaderFunctionArgs, Outlet } from 'react-router';
import { localeOfPath } from './locale.ts';

/** 404 where the first part of the path names neither a page nor a language. */
export function loader({ params }: LoaderFunctionArgs) {
  const { lang } = params;
  if (!localeOfPath(lang)) throw new Response(null, { status: 404 });
  return null;
}

/** Pages of one language. */
export default function Language() {
  return <Outlet />;
}
