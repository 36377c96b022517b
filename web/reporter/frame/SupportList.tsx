import { useIsAside } from '../content/use-aside.tsx';
import { InLanguage, Say, useSay } from '../text.tsx';
import { useOrganisation } from './organisation-context.tsx';

/** The support services, each with its ways in. */
export function SupportList({ headingLevel: Heading = 'h2' }: { headingLevel?: 'h2' | 'h3' }) {
  const say = useSay();
  const isAside = useIsAside();
  return (
    <ul className="services">
      {useOrganisation().supportServices.map(({ name, description, phone, url, openingHours, locale }) => (
        <li key={name}>
          <Heading>
            <InLanguage tag={locale}>{name}</InLanguage>
          </Heading>
          <p>
            <InLanguage tag={locale}>{description}</InLanguage>
          </p>
          <ul className="ways">
            {phone && (
              <li>
                {say('support.phone')}:{' '}
                <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">
                  {phone}
                </a>
              </li>
            )}
            {url && (
              <li>
                {say('support.website')}:{' '}
                <a href={url} dir="ltr" rel="noreferrer" target={isAside ? '_blank' : undefined}>
                  {hostOf(url)}
                </a>
                {isAside && (
                  <>
                    {' '}
                    (<Say id="support.newTab" />)
                  </>
                )}
              </li>
            )}
            {openingHours && (
              <li>
                <Say id="support.hours" />: <InLanguage tag={locale}>{openingHours}</InLanguage>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}
