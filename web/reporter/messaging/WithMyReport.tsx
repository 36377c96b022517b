import type { ReactNode } from 'react';
import { ErrorPage } from '../frame/ErrorPage.tsx';
import type { MyReport } from '../session/my-report.ts';
import { SignedOutPage } from '../session/SignedOutPage.tsx';

/** A page about one's own report, or what stands in its place while it cannot be opened. */
export function WithMyReport<Report>({
  found,
  children,
}: {
  found: MyReport<Report>;
  children: (report: Report) => ReactNode;
}) {
  switch (found.kind) {
    case 'found':
      return children(found.report);
    case 'signed-out':
      return <SignedOutPage hadOne={found.hadOne} />;
    case 'unavailable':
      return <ErrorPage status={503} />;
  }
}
