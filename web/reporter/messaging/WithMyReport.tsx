import type { ReactNode } from 'react';
import { ErrorPage } from '../frame/ErrorPage.tsx';
import type { MyReport } from '../session/my-report.ts';
import { SignedOutPage } from '../session/SignedOutPage.tsx';
import { EnteredLast } from './EnteredLast.tsx';

/** A page about one's own report, and what it has to say of whose that is; or what stands in its place while it cannot be opened. */
export function WithMyReport<Report>({
  found,
  children,
}: {
  found: MyReport<Report>;
  children: (report: Report, notice: ReactNode) => ReactNode;
}) {
  switch (found.kind) {
    case 'found':
      return children(found.report, found.followsAnother && <EnteredLast />);
    case 'signed-out':
      return <SignedOutPage hadOne={found.hadOne} />;
    case 'unavailable':
      return <ErrorPage status={503} />;
  }
}
