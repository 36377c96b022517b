import { OwnText, useOrganisation } from '../frame/organisation-context.tsx';
import { TextPage } from '../frame/TextPage.tsx';
import { useLinkTo } from './use-aside.tsx';

/** The questions and answers of the promise. */
export function AboutMessagesPage() {
  const { name, responseTarget, emergencyAdvice } = useOrganisation();
  const linkTo = useLinkTo();
  return (
    <TextPage
      title="about.title"
      sections={[
        ['about.what.title', 'about.what.text'],
        ['about.use.title', 'about.use.text'],
        ['about.answer.title', 'about.answer.text'],
        ['about.instant.title', 'about.instant.text'],
        ['about.emergency.title', 'about.emergency.text'],
        ['about.asked.title', 'about.asked.text'],
        ['about.identify.title', 'about.identify.text'],
        ['about.contact.title', 'about.contact.text'],
        ['about.lost.title', 'about.lost.text'],
        ['about.who.title', 'about.who.text'],
      ]}
      values={{
        organisation: name,
        responseTarget: <OwnText>{responseTarget}</OwnText>,
        emergencyAdvice: <OwnText>{emergencyAdvice}</OwnText>,
        contact: linkTo('/report-with-contact-details'),
      }}
    />
  );
}
