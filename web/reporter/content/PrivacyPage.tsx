import { OwnParagraph, useOrganisation, useOwnWords } from '../frame/organisation-context.tsx';
import { TextPage, type TextSection } from '../frame/TextPage.tsx';

const OWN: TextSection = ['privacy.who.title', <OwnParagraph key="own" part="PRIVACY" />];

/** What is stored and what is not. */
export function PrivacyPage() {
  const hasOwn = useOwnWords('PRIVACY') !== undefined;
  return (
    <TextPage
      title="privacy.title"
      lead="privacy.lead"
      sections={[
        ['privacy.not.title', 'privacy.not.text'],
        ['privacy.before.title', 'privacy.before.text'],
        ['privacy.stored.title', 'privacy.stored.text'],
        ['privacy.code.title', 'privacy.code.text'],
        ['privacy.cookies.title', 'privacy.cookies.text'],
        ['privacy.third.title', 'privacy.third.text'],
        ['privacy.honest.title', 'privacy.honest.text'],
        ...(hasOwn ? [OWN] : []),
      ]}
      values={{ organisation: useOrganisation().name }}
    />
  );
}
