import { Say, usePath } from '../text.tsx';

/** Says whose report a page is about where more than one may have been read in this browser: pages in other tabs go over to it too. */
export function EnteredLast() {
  const path = usePath();
  return (
    <p className="notice">
      <Say id="messages.enteredLast" values={{ login: (chunks) => <a href={path('/login')}>{chunks}</a> }} />
    </p>
  );
}
