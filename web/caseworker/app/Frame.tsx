import { Outlet } from 'react-router';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';

/** What stands above every page, whoever looks at it. */
export function Frame() {
  return (
    <>
      <DemonstrationBanner />
      <Outlet />
    </>
  );
}
