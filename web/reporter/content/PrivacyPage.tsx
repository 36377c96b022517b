import { useOrganisation } from '../frame/organisation-context.tsx';
import { TextPage } from '../frame/TextPage.tsx';

/** What is stored and what is not. */
export function PrivacyPage() {
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
      ]}
      values={{ organisation: useOrganisation().name }}
    />
  );
}
