import type { ComponentProps, ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { catalogOf } from '../../shared/messages/reporter/catalog.ts';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** Which way a language is written. @param language BCP 47. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Has the portal's own words inside, in one of its languages, for what reporters and the public will read. */
export function PortalWords({
  language,
  children,
}: {
  readonly language: string;
  readonly children: ReactNode;
}) {
  return (
    <IntlProvider
      locale={language === 'en' ? 'en-GB' : language}
      messages={catalogOf(language) as unknown as ComponentProps<typeof IntlProvider>['messages']}
      onError={() => undefined}
    >
      {children}
    </IntlProvider>
  );
}
