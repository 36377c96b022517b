/** Answers every address that no other page has. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

/** The same for a form that was sent there. */
export function action(): never {
  return loader();
}

/** Never shown: the error page stands in its place. */
export default function NotFound() {
  return null;
}
