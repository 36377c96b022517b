import { Say, useSay } from '../text.tsx';
import { useOrganisation } from './organisation-context.tsx';

/** The support services, each with its ways in. */
export function SupportList({ headingLevel: Heading = 'h2' }: { headingLevel?: 'h2' | 'h3' }) {
  const say = useSay();
  return (
    <ul className="services">
      {useOrganisation().supportServices.map(({ name, description, phone, url, openingHours }) => (
        <li key={name}>
          <Heading>{name}</Heading>
          <p>{description}</p>
          <ul className="ways">
            {phone && (
              <li>
                {say('support.phone')}: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
              </li>
            )}
            {url && (
              <li>
                {say('support.website')}:{' '}
                <a href={url} rel="noreferrer">
                  {hostOf(url)}
                </a>
              </li>
            )}
            {openingHours && (
              <li>
                <Say id="support.hours" />: {openingHours}
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
