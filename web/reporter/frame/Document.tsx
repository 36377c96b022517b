import { type ReactNode, useContext } from 'react';
import { useMatches, useRouteError } from 'react-router';
import icon from '../styles/icon.svg?url';
import stylesheet from '../styles/portal.css?url';
import { Say, useLocale, usePath, useSay } from '../text.tsx';
import { ASIDES, type PageHandle } from './asides.ts';
import { EnhancementScript } from './enhancement-script.ts';
import { LanguageLinks } from './LanguageChoice.tsx';
import { OwnWords, useOrganisation } from './organisation-context.tsx';

/** The whole document around a page: skip link, exit, page, foot. */
export function Document({ children }: { children: ReactNode }) {
  const { formats, direction } = useLocale();
  const script = useContext(EnhancementScript);
  const say = useSay();
  return (
    <html lang={formats} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <a className="skip" href="#page">
          {say('frame.skip')}
        </a>
        <Exit />
        {useOrganisation().isDemonstration && (
          <aside className="demonstration">
            <Say id="frame.demonstration" />
          </aside>
        )}
        <Head />
        <main id="page" tabIndex={-1}>
          {children}
        </main>
        <Foot />
      </body>
    </html>
  );
}

function Exit() {
  const path = usePath();
  const say = useSay();
  return (
    <nav className="exit" aria-label={say('frame.leave')}>
      <a href={path('/leave')} data-exit>
        <Say id="frame.leave" />
      </a>
      <span data-with-script hidden>
        <Say id="frame.leaveKeys" />
      </span>
    </nav>
  );
}

/** Whether unsent words may stand in this page: then no link may lead away from it, and its form has the foot's links. */
function useHoldsWords(): boolean {
  const isRefused = Boolean(useRouteError());
  const isForWriting = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.holdsWords);
  return isForWriting && !isRefused;
}

function Head() {
  const path = usePath();
  const { name } = useOrganisation();
  return (
    <header className="head">{useHoldsWords() ? <span>{name}</span> : <a href={path('/')}>{name}</a>}</header>
  );
}

function Foot() {
  const path = usePath();
  const say = useSay();
  const holdsWords = useHoldsWords();
  return (
    <footer className="foot">
      <p className="danger">
        <strong>
          <Say id="frame.danger" />
        </strong>{' '}
        <OwnWords part="EMERGENCY_ADVICE" />
      </p>
      {!holdsWords && (
        <>
          <nav aria-label={say('frame.links')}>
            <ul>
              {ASIDES.map(({ name, path: address, text }) => (
                <li key={name}>
                  <a href={path(address)}>{say(text)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <LanguageLinks />
        </>
      )}
    </footer>
  );
}
