import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { YearPage } from '../content/YearPage.tsx';
import { localeOfRequest } from '../locale.ts';
import { yearFor } from '../service/years.ts';

/** 404 where the year was not published: what was withdrawn and what never was are the same. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await yearFor(context, params['year'], localeOfRequest(params));
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/** "What people told us in 2026". */
export default function Year() {
  return <YearPage {...useLoaderData<typeof loader>()} />;
}
