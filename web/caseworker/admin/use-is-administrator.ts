import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';

/** Whether the person who is signed in administers this installation. */
export function useIsAdministrator(): boolean {
  const state = useStore(useDashboard().session);
  return 'caseworker' in state && state.caseworker.roles.includes('ADMINISTRATOR');
}
