import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { PeopleChecks } from '../people/PeopleChecks.tsx';
import { useAct } from '../service/use-act.ts';
import { CardForm } from '../ui/CardForm.tsx';
import { type Fault, faultOf } from '../ui/ErrorSummary.tsx';
import { languageName } from '../ui/languages.ts';
import { TextField } from '../ui/TextField.tsx';
import { type KeptOutQuery, SaveKeptOutLabel } from './kept-out.query.ts';
import { fieldOf, type LabelDraft, labelFaults, labelInput, namedIn, readersLeft } from './label-draft.ts';

/** The words of a label in each language, whom it stands for, and what to think of before it is offered. */
export function LabelForm({
  label,
  people,
  onSaved,
  onCancel,
}: {
  readonly label: LabelDraft;
  readonly people: ResultOf<typeof KeptOutQuery>['people'];
  readonly onSaved: (words: string) => void;
  readonly onCancel: () => void;
}) {
  const intl = useIntl();
  const ask = useAct(SaveKeptOutLabel);
  const [draft, setDraft] = useState(label);
  const whole = (text: string): readonly Fault[] => [{ field: null, text }];

  const save = async (): Promise<readonly Fault[]> => {
    const found = labelFaults(draft);
    if (found.length > 0) {
      return found.map(({ field, kind }) => ({
        field,
        text: intl.formatMessage({ id: `keptOut.fault.${kind}` }),
      }));
    }
    const input = labelInput(draft);
    const { data, failure } = await ask({ input });
    if (failure !== null) return whole(intl.formatMessage({ id: `failure.${failure}` }));
    switch (data.saveKeptOutLabel.__typename) {
      case 'InvalidKeptOutLabel':
      case 'ChangedMeanwhile':
      case 'ServiceBusy':
        return whole(data.saveKeptOutLabel.refusal);
      default:
        onSaved(input.texts[0]?.text ?? '');
        return [];
    }
  };

  return (
    <CardForm isChanged={JSON.stringify(draft) !== JSON.stringify(label)} onSave={save} onCancel={onCancel}>
      {(faults) => (
        <>
          {draft.texts.map(({ locale, text }) => (
            <TextField
              key={locale}
              id={fieldOf(locale)}
              label={intl.formatMessage(
                { id: 'keptOut.text' },
                { language: languageName(intl.locale, locale) },
              )}
              error={faultOf(faults, fieldOf(locale))}
              lang={locale}
              dir="auto"
              autoComplete="off"
              value={text}
              onValue={(next) =>
                setDraft({
                  ...draft,
                  texts: draft.texts.map((each) => (each.locale === locale ? { locale, text: next } : each)),
                })
              }
            />
          ))}
          <p className="hint">
            <FormattedMessage id="keptOut.text.hint" />
          </p>
          <Warnings draft={draft} people={people} />
          <PeopleChecks
            id="label-people"
            legend={intl.formatMessage({ id: 'keptOut.people' })}
            hint={intl.formatMessage({ id: 'keptOut.people.hint' })}
            error={faultOf(faults, 'label-people')}
            people={people}
            chosen={draft.caseworkerIds}
            onChosen={(caseworkerIds) => setDraft({ ...draft, caseworkerIds })}
          />
          <TextField
            id="label-sort"
            label={intl.formatMessage({ id: 'keptOut.sort' })}
            hint={intl.formatMessage({ id: 'keptOut.sort.hint' })}
            error={faultOf(faults, 'label-sort')}
            inputMode="numeric"
            className="code"
            autoComplete="off"
            value={draft.sort}
            onValue={(sort) => setDraft({ ...draft, sort })}
          />
        </>
      )}
    </CardForm>
  );
}

/** What does not keep a label from being saved, but could harm somebody. */
function Warnings({
  draft,
  people,
}: {
  readonly draft: LabelDraft;
  readonly people: ResultOf<typeof KeptOutQuery>['people'];
}) {
  const intl = useIntl();
  const named = namedIn(draft, people);
  const isChosen = draft.caseworkerIds.length > 0;
  const left = readersLeft(draft, people);
  return (
    <div role="status">
      {named.length > 0 && (
        <p className="notice notice-problem">
          <FormattedMessage
            id="keptOut.names"
            values={{ count: named.length, names: intl.formatList(named) }}
          />
        </p>
      )}
      {isChosen && left < 2 && (
        <p className="notice notice-problem">
          <FormattedMessage id="keptOut.left" values={{ count: left }} />
        </p>
      )}
    </div>
  );
}
