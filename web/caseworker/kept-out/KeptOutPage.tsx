import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { EditedListPage } from '../admin/EditedListPage.tsx';
import { failureOf } from '../service/failure.ts';
import { useAct } from '../service/use-act.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { languageName } from '../ui/languages.ts';
import { DeleteKeptOutLabel, KeptOutQuery } from './kept-out.query.ts';
import { LabelForm } from './LabelForm.tsx';
import { fieldOf, type LabelDraft, labelDraft } from './label-draft.ts';

type Label = ResultOf<typeof KeptOutQuery>['keptOutLabels'][number];

/** The words by which reporters keep somebody from their report, and whom they stand for. */
export function KeptOutPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(KeptOutQuery, { fetchPolicy: 'no-cache' });
  const readAgain = () => refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, () => void readAgain());
  const remove = useAct(DeleteKeptOutLabel);

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void readAgain()} />;
  }
  const locales = data?.organisation.locales ?? [];
  const labels = data?.keptOutLabels ?? [];
  const people = (data?.people ?? []).filter(
    ({ state, roles }) => state !== 'REMOVED' && roles.includes('CASEWORKER'),
  );
  const lastSort = Math.max(0, ...labels.map(({ sort }) => sort));
  const entryOf = (label: Label) => ({
    name: label.texts[0]?.text ?? '',
    facts: <LabelFacts label={label} />,
    draft: labelDraft(label, locales, lastSort),
  });
  return (
    <EditedListPage<LabelDraft>
      title={intl.formatMessage({ id: 'admin.kept-out.heading' })}
      lead={
        <>
          <p className="lead">
            <FormattedMessage id="keptOut.lead" />
          </p>
          <p className="measure">
            <FormattedMessage id="keptOut.counts" />
          </p>
        </>
      }
      texts="keptOut"
      fieldId={fieldOf(locales[0] ?? 'en')}
      entries={data === undefined ? null : labels.map(entryOf)}
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
        <FormattedMessage
          id="keptOut.standsFor"
          values={{ names: intl.formatList(caseworkers.map(({ name }) => name)) }}
        />
      </p>
    </>
  );
}
