import { useNavigate } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { forgetCase } from './holders/forget-case.ts';

/** Leads away from a case that is gone, or not for whoever has it open any more, and keeps nothing of it. */
export function useLeaveCase(
  caseId: string,
  to: '/deleted' | '/stepped-back' | '/closed-to-you',
): () => void {
  const dashboard = useDashboard();
  const navigate = useNavigate();
  return () => {
    // Away from the page first: a case that vanishes below it would be asked for once more.
    void Promise.resolve(navigate(to, { replace: true })).then(() => forgetCase(dashboard, caseId));
  };
}
