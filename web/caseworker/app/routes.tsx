import { Navigate, type RouteObject } from 'react-router';
import { CasePage } from '../case/CasePage.tsx';
import { InboxPage } from '../inbox/InboxPage.tsx';
import { SessionGate } from '../session/SessionGate.tsx';
import { SignedOutPage } from '../session/SignedOutPage.tsx';
import { WelcomePage } from '../welcome/WelcomePage.tsx';
import { FaultPage } from './FaultPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/**
 * Every address of the dashboard. Those behind the gate show the sign-in page in their place to whoever is not signed
 * in, so that a link leads where it says once they are.
 */
export const routes: RouteObject[] = [
  {
    errorElement: <FaultPage />,
    children: [
      { path: '/welcome', element: <WelcomePage /> },
      { path: '/signed-out', element: <SignedOutPage /> },
      {
        path: '/',
        element: <SessionGate />,
        children: [
          { index: true, element: <Navigate to="/inbox" replace /> },
          { path: 'inbox', element: <InboxPage /> },
          { path: 'cases/:caseId', element: <CasePage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
