import { Outlet } from 'react-router';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { useIsAdministrator } from './use-is-administrator.ts';

/** Lets in administrators. To everybody else there is nothing here; the service refuses them as well. */
export function AdminGate() {
  return useIsAdministrator() ? <Outlet /> : <NotFoundPage />;
}
