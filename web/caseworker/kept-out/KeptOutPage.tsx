import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { EditedList } from '../admin/EditedList.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { useAct } from '../service/use-act.ts';
import { languageName } from '../ui/languages.ts';
import { DeleteKeptOutLabel, KeptOutQuery } from './kept-out.query.ts';
import { LabelForm } from './LabelForm.tsx';
import { fieldOf, type LabelDraft, labelDraft } from './label-draft.ts';

type Label = ResultOf<typeof KeptOutQuery>['keptOutLabels'][number];

/** The words by which reporters keep somebody from their report, and whom they stand for. */
export function KeptOutPage() {
  const page = usePageData(KeptOutQuery);
  return (
    <AdminFrame name="admin.kept-out.heading" lead="keptOut.lead" page={page}>
      {(data) => (
        <>
          <p className="measure">
            <FormattedMessage id="keptOut.counts" />
          </p>
          <Labels {...data} readAgain={page.again} />
        </>
      )}
    </AdminFrame>
  );
}

function Labels({
  keptOutLabels: labels,
  people: everybody,
  organisation: { locales },
  readAgain,
}: ResultOf<typeof KeptOutQuery> & { readonly readAgain: () => Promise<void> }) {
  const remove = useAct(DeleteKeptOutLabel);
  const people = everybody.filter(({ state, roles }) => state !== 'REMOVED' && roles.includes('CASEWORKER'));
  const lastSort = Math.max(0, ...labels.map(({ sort }) => sort));
  const entryOf = (label: Label) => ({
    name: label.texts[0]?.text ?? '',
    facts: <LabelFacts label={label} />,
    draft: labelDraft(label, locales, lastSort),
  });
  return (
    <EditedList<LabelDraft>
      texts="keptOut"
      fieldId={fieldOf(locales[0] ?? 'en')}
      entries={labels.map(entryOf)}
      none={
        <p className="empty">
          <FormattedMessage id="keptOut.none" />
        </p>
      }
      blank={() => labelDraft(null, locales, lastSort)}
      form={(label, ends) => <LabelForm label={label} people={people} {...ends} />}
      remove={(id) => remove({ id })}
      readAgain={readAgain}
    />
  );
}

function LabelFacts({ label: { texts, caseworkers } }: { readonly label: Label }) {
  const intl = useIntl();
  return (
    <>
      {texts.slice(1).map(({ locale, text }) => (
        <p key={locale}>
          <span className="hint">{languageName(intl.locale, locale)}:</span>{' '}
          <span lang={locale} dir="auto">
            {text}
          </span>
        </p>
      ))}
      <p>
        {caseworkers.length === 0 ? (
          <FormattedMessage id="keptOut.standsForNobody" />
        ) : (
          <FormattedMessage
            id="keptOut.standsFor"
            values={{ names: intl.formatList(caseworkers.map(({ name }) => name)) }}
          />
        )}
      </p>
    </>
  );
}
