import { type FormEvent, useCallback, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { TEMPLATE_VARIABLES } from '../case/writing/template-text.ts';
import { ErrorSummary, type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { languageName } from '../ui/languages.ts';
import { describedBy, Field, TextField } from '../ui/TextField.tsx';
import { draftOf, faultsIn, inputOf, type TemplateDraft } from './template-form.ts';
import { useSaveTemplate } from './use-save-template.ts';

/** Name, texts and place of a template. @param template null for a new one. */
export function TemplateForm({
  id,
  template,
  locales,
}: {
  readonly id: string;
  readonly template: Parameters<typeof draftOf>[0];
  readonly locales: readonly string[];
}) {
  const intl = useIntl();
  const navigate = useNavigate();
  const save = useSaveTemplate();
  const [first] = useState<TemplateDraft>(() => draftOf(template, locales));
  const [draft, setDraft] = useState(first);
  const wasSaved = useRef(false);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first);
  const [isSending, setSending] = useState(false);
  const [{ faults, attempt }, setFaults] = useState<{ faults: readonly Fault[]; attempt: number }>({
    faults: [],
    attempt: 0,
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const found = faultsIn(draft).map(({ field, kind }) => ({
      field,
      text: intl.formatMessage({ id: `templates.fault.${kind}` }),
    }));
    if (found.length > 0) return setFaults({ faults: found, attempt: attempt + 1 });
    setSending(true);
    const problem = await save(inputOf(id, draft));
    setSending(false);
    if (problem !== null)
      return setFaults({ faults: [{ field: null, text: problem }], attempt: attempt + 1 });
    wasSaved.current = true;
    await navigate('/templates', { state: { saved: draft.name.trim() } });
  };

  return (
    <form noValidate onSubmit={submit} aria-busy={isSending} className="template-form">
      <ErrorSummary faults={faults} attempt={attempt} />
      <TextField
        id="template-name"
        label={intl.formatMessage({ id: 'templates.name' })}
        hint={intl.formatMessage({ id: 'templates.name.hint' })}
        error={faultOf(faults, 'template-name')}
        value={draft.name}
        onValue={(name) => setDraft({ ...draft, name })}
      />
      <p id="template-variables">
        <FormattedMessage id="templates.variables" />
      </p>
      <ul className="variables">
        {TEMPLATE_VARIABLES.map((variable) => (
          <li key={variable}>
            <code>{`{{${variable}}}`}</code> <FormattedMessage id={`templates.variable.${variable}`} />
          </li>
        ))}
      </ul>
      {draft.texts.map(({ locale, text }) => (
        <TemplateTextField
          key={locale}
          locale={locale}
          text={text}
          error={faultOf(faults, `template-text-${locale}`)}
          onText={(next) =>
            setDraft({
              ...draft,
              texts: draft.texts.map((each) => (each.locale === locale ? { locale, text: next } : each)),
            })
          }
        />
      ))}
      <TextField
        id="template-sort"
        label={intl.formatMessage({ id: 'templates.sort' })}
        hint={intl.formatMessage({ id: 'templates.sort.hint' })}
        error={faultOf(faults, 'template-sort')}
        inputMode="numeric"
        className="code"
        value={draft.sort}
        onValue={(sort) => setDraft({ ...draft, sort })}
      />
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          <FormattedMessage id={isSending ? 'templates.saving' : 'templates.save'} />
        </button>
      </div>
      <LeaveDialog isLosing={useCallback(() => isChanged && !wasSaved.current, [isChanged])} />
    </form>
  );
}

function TemplateTextField({
  locale,
  text,
  error,
  onText,
}: {
  readonly locale: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}) {
  const intl = useIntl();
  const field = {
    id: `template-text-${locale}`,
    label: intl.formatMessage({ id: 'templates.text' }, { language: languageName(intl.locale, locale) }),
    error,
  };
  return (
    <Field {...field}>
      <textarea
        {...describedBy(field)}
        id={field.id}
        lang={locale}
        dir="auto"
        rows={6}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </Field>
  );
}
