/** Answers every address that no other page has; POSTs as well. */
export function loader() {
  throw new Response(null, { status: 404 });
}

/** Never shown: the loader always hands over to the error page. */
export default function NotFound() {
  return null;
}

export const action = loader;
