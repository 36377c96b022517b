import { type ReactNode, useContext } from 'react';
import { PORTAL_LOCALES, pathIn } from '../locale.ts';
import icon from '../styles/icon.svg?url';
import stylesheet from '../styles/portal.css?url';
import { Say, useLocale, usePath, useSay } from '../text.tsx';
import { EnhancementScript } from './enhancement-script.ts';
import { useOrganisation } from './organisation-context.tsx';

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

function Head() {
  const path = usePath();
  return (
    <header className="head">
      <a href={path('/')}>{useOrganisation().name}</a>
    </header>
  );
}

function Foot() {
  const { emergencyAdvice } = useOrganisation();
  const path = usePath();
  const say = useSay();
  return (
    <footer className="foot">
      <p className="danger">
        <strong>
          <Say id="frame.danger" />
        </strong>{' '}
        {emergencyAdvice}
      </p>
      <nav aria-label={say('frame.links')}>
        <ul>
          <li>
            <a href={path('/support')}>{say('frame.support')}</a>
          </li>
          <li>
            <a href={path('/about-messages')}>{say('frame.aboutMessaging')}</a>
          </li>
          <li>
            <a href={path('/safety')}>{say('frame.safety')}</a>
          </li>
          <li>
            <a href={path('/privacy')}>{say('frame.privacy')}</a>
          </li>
          <li>
            <a href={path('/accessibility')}>{say('frame.accessibility')}</a>
          </li>
        </ul>
      </nav>
      {PORTAL_LOCALES.length > 1 && <Languages />}
    </footer>
  );
}

function Languages() {
  const say = useSay();
  const current = useLocale();
  return (
    <nav aria-label={say('frame.languages')}>
      <ul>
        {PORTAL_LOCALES.map((locale) => (
          <li key={locale.tag}>
            <a
              href={pathIn(locale, '/')}
              lang={locale.tag}
              dir={locale.direction}
              aria-current={locale === current ? 'true' : undefined}
            >
              {locale.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
