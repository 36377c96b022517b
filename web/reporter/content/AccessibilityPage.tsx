import type { ReactNode } from 'react';
import { awaitsNativeReader } from '../../shared/messages/reporter/catalog.ts';
import { OwnParagraph, useOrganisation, useOwnWords } from '../frame/organisation-context.tsx';
import { TextPage } from '../frame/TextPage.tsx';
import { DEFAULT_LOCALE, pathIn } from '../locale.ts';
import { useLocale } from '../text.tsx';
import { useIsAside, useLinkTo } from './use-aside.tsx';

/** The accessibility statement: what was checked and what was not. */
export function AccessibilityPage() {
  const linkTo = useLinkTo();
  const hasOwn = useOwnWords('ACCESSIBILITY') !== undefined;
  const { tag } = useLocale();
  return (
    <TextPage
      title="accessibility.title"
      lead="accessibility.lead"
      sections={[
        ['accessibility.checked.title', 'accessibility.checked.text'],
        ['accessibility.notChecked.title', 'accessibility.notChecked.text'],
        ['accessibility.differs.title', 'accessibility.differs.text'],
        [
          'accessibility.barrier.title',
          hasOwn ? <OwnParagraph key="own" part="ACCESSIBILITY" /> : 'accessibility.barrier.text',
        ],
        ...(awaitsNativeReader(tag) ? [['translation.title', 'translation.text'] as const] : []),
      ]}
      values={{
        organisation: useOrganisation().name,
        support: linkTo('/support'),
        english: useEnglishLink(),
      }}
    />
  );
}

/** To this page in English; plain words where unsent words wait in the page. */
function useEnglishLink(): (chunks: ReactNode[]) => ReactNode {
  const isAside = useIsAside();
  return (chunks) => (isAside ? chunks : <a href={pathIn(DEFAULT_LOCALE, '/accessibility')}>{chunks}</a>);
}
