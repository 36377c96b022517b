import { OwnParagraph, OwnWords, useOrganisation, useOwnWords } from '../frame/organisation-context.tsx';
import { TextPage } from '../frame/TextPage.tsx';
import { useLinkTo } from './use-aside.tsx';

/** The questions and answers of the promise. */
export function AboutMessagesPage() {
  const { name } = useOrganisation();
  const hasReaders = useOwnWords('WHO_READS') !== undefined;
  const hasUse = useOwnWords('MESSAGES_USE') !== undefined;
  const linkTo = useLinkTo();
  return (
    <TextPage
      title="about.title"
      sections={[
        ['about.what.title', 'about.what.text'],
        ['about.use.title', hasUse ? <OwnParagraph key="use" part="MESSAGES_USE" /> : 'about.use.text'],
        ['about.answer.title', 'about.answer.text'],
        ['about.instant.title', 'about.instant.text'],
        ['about.emergency.title', 'about.emergency.text'],
        ['about.asked.title', 'about.asked.text'],
        ['about.identify.title', 'about.identify.text'],
        [
          'about.contact.title',
          'about.contact.text',
          <OwnParagraph key="ways" part="CONTACT_WAYS" />,
          <OwnParagraph key="instead" part="MESSAGES_INSTEAD" />,
        ],
        ['about.lost.title', 'about.lost.text'],
        hasReaders
          ? ['about.who.title', <OwnParagraph key="who" part="WHO_READS" />, 'about.who.code']
          : ['about.who.title', 'about.who.text'],
      ]}
      values={{
        organisation: name,
        responseTarget: <OwnWords part="RESPONSE_TARGET" />,
        emergencyAdvice: <OwnWords part="EMERGENCY_ADVICE" />,
        contact: linkTo('/report-with-contact-details'),
      }}
    />
  );
}
