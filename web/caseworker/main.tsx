import '../shared/ui/tokens.css';
import './ui/base.css';
import './ui/forms.css';
import './ui/cards.css';
import './app/layout.css';
import './ui/overlays.css';
import './ui/forced-colours.css';
import './keyboard/keyboard.css';
import './session/session.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { App } from './app/App.tsx';
import { buildDashboard } from './app/dashboard.ts';
import { routes } from './app/routes.tsx';

// A page that the browser kept whole and brings back would show cases after signing out.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App dashboard={buildDashboard()} router={createBrowserRouter(routes)} />
    </StrictMode>,
  );
}
