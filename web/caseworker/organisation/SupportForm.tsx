import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { languageName } from '../ui/languages.ts';
import { ServiceList } from './ServiceList.tsx';
import { SettingForm } from './SettingForm.tsx';
import { ChangeSupport } from './support.query.ts';
import { type SupportDraft, type SupportLists, supportDraft, supportInput } from './support-draft.ts';
import { useSaving } from './use-saving.ts';
import { useSettingForm } from './use-setting-form.ts';

/** The services of one language after the other, and the button that stores them all. */
export function SupportForm({
  loaded,
  locales,
  onLoadAgain,
}: {
  readonly loaded: SupportLists;
  /** Languages that the portal offers. */
  readonly locales: readonly string[];
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const saving = useSaving();
  const [ask] = useMutation(ChangeSupport, { fetchPolicy: 'no-cache' });
  const first = locales[0] ?? 'en';
  const [language, setLanguage] = useState(first);
  const form = useSettingForm<SupportLists, SupportDraft>(loaded, supportDraft, (draft, version) =>
    saving(async () => {
      const { data } = await ask({ variables: { input: supportInput(draft, version) } });
      const result = data?.changeSupportServices;
      return result?.__typename === 'SupportServicesChanged' ? { stored: result.supportLists } : result;
    }, whereOf),
  );
  const { draft, change, faults } = form;

  /** `services.cy.2.url` is “Welsh, service 3”. */
  function whereOf(path: string): string | undefined {
    const [, locale = '', index] = path.split('.');
    const name = languageName(intl.locale, locale);
    if (index === undefined) return name;
    return intl.formatMessage(
      { id: 'organisation.support.where' },
      { language: name, number: Number(index) + 1 },
    );
  }

  return (
    <SettingForm
      form={form}
      onLoadAgain={onLoadAgain}
      said={() => <FormattedMessage id="organisation.saved" />}
      // A field of another language has to be on the page before it can take the focus.
      onLead={(field) => flushSync(() => setLanguage(field.split('-')[1] ?? first))}
    >
      <LanguagePick locales={locales} language={language} onPick={setLanguage} />
      <ServiceList
        key={language}
        language={language}
        services={draft[language] ?? []}
        original={language === first ? null : { language: first, services: draft[first] ?? [] }}
        faults={faults}
        onChange={(services) => change({ ...draft, [language]: services })}
        onReorder={(services) => {
          form.forgetFaults();
          change({ ...draft, [language]: services });
        }}
      />
    </SettingForm>
  );
}
