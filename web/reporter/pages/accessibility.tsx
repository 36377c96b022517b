import { useOrganisation } from '../frame/organisation-context.tsx';
import { TextPage } from '../frame/TextPage.tsx';
import { usePath } from '../text.tsx';

/** The accessibility statement: what was checked and what was not. */
export default function Accessibility() {
  const path = usePath();
  return (
    <TextPage
      title="accessibility.title"
      lead="accessibility.lead"
      sections={[
        ['accessibility.checked.title', 'accessibility.checked.text'],
        ['accessibility.notChecked.title', 'accessibility.notChecked.text'],
        ['accessibility.barrier.title', 'accessibility.barrier.text'],
      ]}
      values={{
        organisation: useOrganisation().name,
        support: (chunks) => <a href={path('/support')}>{chunks}</a>,
      }}
    />
  );
}
