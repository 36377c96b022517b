import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

/** A page for somebody who is not signed in: the name on top, one narrow sheet. */
export function PlainPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="plain-page">
      <header>
        <p className="brand">
          <FormattedMessage id="app.name" />
        </p>
      </header>
      <main className="sheet">{children}</main>
    </div>
  );
}
