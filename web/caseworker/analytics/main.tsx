import '../../shared/ui/tokens.css';
import '../ui/base.css';
import './ask.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { catalogs } from '../messages/intl.ts';
import { AskPage } from './AskPage.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <IntlProvider locale="en-GB" messages={catalogs.en}>
        <AskPage />
      </IntlProvider>
    </StrictMode>,
  );
}
