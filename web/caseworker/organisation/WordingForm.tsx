import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { faultOf } from '../ui/ErrorSummary.tsx';
import { languageName } from '../ui/languages.ts';
import { TextField } from '../ui/TextField.tsx';
import { LanguagesField } from './LanguagesField.tsx';
import { SettingForm } from './SettingForm.tsx';
import { useSaving } from './use-saving.ts';
import { useSettingForm } from './use-setting-form.ts';
import { WordsField } from './WordsField.tsx';
import { ChangeWording } from './wording.query.ts';
import {
  PARTS,
  placeOf,
  type Wording,
  type WordingDraft,
  wordingDraft,
  wordingInput,
} from './wording-draft.ts';

/** Name, addresses, languages, and every part of the portal's words in each language. */
export function WordingForm({
  loaded,
  languages,
  onLoadAgain,
}: {
  readonly loaded: Wording;
  /** All that the portal has, BCP 47. */
  readonly languages: readonly string[];
  readonly onLoadAgain: () => void;
}) {
  const intl = useIntl();
  const saving = useSaving();
  const [ask] = useMutation(ChangeWording, { fetchPolicy: 'no-cache' });
  const form = useSettingForm<Wording, WordingDraft>(loaded, wordingDraft, (draft, version) =>
    saving(async () => {
      const { data } = await ask({ variables: { input: wordingInput(draft, version, languages) } });
      const result = data?.changeWording;
      return result?.__typename === 'WordingChanged' ? { stored: result.wording } : result;
    }, whereOf),
  );
  const { draft, change, faults } = form;
  const { hash } = useLocation();
  useEffect(() => document.getElementById(hash.slice(1))?.focus(), [hash]);

  function whereOf(path: string): string | undefined {
    const part = PARTS.find((each) => path.endsWith(`.${each}`));
    if (!part) return undefined;
    return intl.formatMessage(
      { id: 'organisation.wording.where' },
      {
        part: intl.formatMessage({ id: `organisation.wording.part.${part}` }),
        language: languageName(intl.locale, path.split('.')[1] ?? ''),
      },
    );
  }

  return (
    <SettingForm
      form={form}
      onLoadAgain={onLoadAgain}
      said={() => <FormattedMessage id="organisation.saved" />}
    >
      {(['name', 'exitAddress', 'onionAddress'] as const).map((id) => (
        <TextField
          key={id}
          id={id}
          label={intl.formatMessage({ id: `organisation.wording.${id}` })}
          hint={intl.formatMessage({ id: `organisation.wording.${id}.hint` })}
          error={faultOf(faults, id)}
          inputMode={id === 'name' ? 'text' : 'url'}
          spellCheck={false}
          autoComplete="off"
          value={draft[id]}
          onValue={(value) => change({ ...draft, [id]: value })}
        />
      ))}
      <LanguagesField
        languages={languages}
        chosen={draft.locales}
        error={faultOf(faults, 'locales')}
        onChosen={(locales) => change({ ...draft, locales })}
      />
      <h2>
        <FormattedMessage id="organisation.wording.own" />
      </h2>
      <p>
        <FormattedMessage id="organisation.wording.own.lead" />
      </p>
      {PARTS.map((part) => (
        <WordsField
          key={part}
          part={part}
          draft={draft}
          errorOf={(locale) => faultOf(faults, placeOf(locale, part))}
          onText={(locale, text) =>
            change({ ...draft, words: { ...draft.words, [placeOf(locale, part)]: text } })
          }
        />
      ))}
    </SettingForm>
  );
}
