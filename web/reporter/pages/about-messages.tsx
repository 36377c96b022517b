import { useOrganisation } from '../frame/organisation-context.tsx';
import { TextPage } from '../frame/TextPage.tsx';
import { usePath } from '../text.tsx';

/** The questions and answers of the promise. */
export default function AboutMessages() {
  const { name, responseTarget, emergencyAdvice } = useOrganisation();
  const path = usePath();
  return (
    <TextPage
      title="about.title"
      sections={[
        ['about.what.title', 'about.what.text'],
        ['about.use.title', 'about.use.text'],
        ['about.instant.title', 'about.instant.text'],
        ['about.emergency.title', 'about.emergency.text'],
        ['about.identify.title', 'about.identify.text'],
        ['about.contact.title', 'about.contact.text'],
        ['about.lost.title', 'about.lost.text'],
        ['about.who.title', 'about.who.text'],
      ]}
      values={{
        organisation: name,
        responseTarget,
        emergencyAdvice,
        contact: (chunks) => <a href={path('/report-with-contact-details')}>{chunks}</a>,
      }}
    />
  );
}
