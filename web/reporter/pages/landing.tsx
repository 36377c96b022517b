import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { YearLink } from '../content/YearLink.tsx';
import { ClosureNotice } from '../frame/ClosureNotice.tsx';
import { OwnWords, useOrganisation } from '../frame/organisation-context.tsx';
import { Page } from '../frame/Page.tsx';
import { ClosedPage } from '../report/ClosedPage.tsx';
import { publishedYears } from '../service/years.ts';
import { type MessageId, Say, usePath } from '../text.tsx';

const WAYS = [
  { path: '/report', title: 'landing.anonymous', hint: 'landing.anonymous.hint' },
  { path: '/report-with-contact-details', title: 'landing.contact', hint: 'landing.contact.hint' },
  { path: '/login', title: 'landing.code', hint: 'landing.code.hint' },
  { path: '/support', title: 'landing.support', hint: 'landing.support.hint' },
] as const satisfies readonly { path: string; title: MessageId; hint: MessageId }[];

/** The latest year whose numbers can be read; that page leads to the others. */
export async function loader({ context }: LoaderFunctionArgs) {
  const [latestYear = null] = await publishedYears(context);
  return { latestYear };
}

/** "Tell us what happened". */
export default function Landing() {
  const { name, acceptsReports } = useOrganisation();
  const { latestYear } = useLoaderData<typeof loader>();
  const path = usePath();
  if (!acceptsReports) return <ClosedPage />;
  return (
    <Page heading={<Say id="landing.title" />} isFirst>
      <p className="lead">
        <Say id="landing.lead" values={{ organisation: name }} />
      </p>
      <ClosureNotice />
      <ul className="ways-in">
        {WAYS.map(({ path: address, title, hint }) => (
          <li key={address}>
            <a href={path(address)}>
              <Say id={title} />
            </a>
            <p>
              <Say id={hint} />
            </p>
          </li>
        ))}
      </ul>
      <p className="letterbox">
        <Say id="landing.slow" values={{ responseTarget: <OwnWords part="RESPONSE_TARGET" /> }} />
      </p>
      {latestYear !== null && (
        <p>
          <YearLink year={latestYear} />
        </p>
      )}
    </Page>
  );
}
