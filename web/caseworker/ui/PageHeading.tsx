import { type ReactNode, useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

/** The first page of a load leaves the focus where the browser put it; each later one takes it. */
let isFirstPage = true;

/**
 * The `h1` of a page: names the page in the title of the window too, and takes the focus when the page changes, so
 * that somebody who hears the page knows where they are.
 *
 * @param title words for the window's title. @param hasError whether the page holds a problem, which the title says.
 */
export function PageHeading({
  title,
  hasError = false,
  children,
}: {
  readonly title: string;
  readonly hasError?: boolean;
  readonly children: ReactNode;
}) {
  const intl = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // Where the page stands is for the router: it goes back to where it was when somebody comes back.
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);

  useEffect(() => {
    const id = hasError ? 'app.titleWithError' : 'app.title';
    document.title = intl.formatMessage({ id }, { page: title });
  }, [intl, title, hasError]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
