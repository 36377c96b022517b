import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { useAct } from '../service/use-act.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EditedCard } from '../ui/EditedCard.tsx';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { languageName } from '../ui/languages.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { useEditedList } from '../ui/use-edited-list.ts';
import { DeleteKeptOutLabel, KeptOutQuery } from './kept-out.query.ts';
import { LabelForm } from './LabelForm.tsx';
import { fieldOf, type LabelDraft, labelDraft } from './label-draft.ts';

type Label = ResultOf<typeof KeptOutQuery>['keptOutLabels'][number];

/** The words by which reporters keep somebody from their report, and whom they stand for. */
export function KeptOutPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'admin.kept-out.heading' });
  const { data, error, refetch } = useQuery(KeptOutQuery, { fetchPolicy: 'no-cache' });
  const readAgain = () => refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, () => void readAgain());
  const remove = useAct(DeleteKeptOutLabel);
  const locales = data?.organisation.locales ?? [];
  const labels = data?.keptOutLabels ?? [];
  const list = useEditedList<LabelDraft>(fieldOf(locales[0] ?? 'en'), 'add-label');
  const [leaving, setLeaving] = useState<Label | null>(null);
  const [said, setSaid] = useState('');

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void readAgain()} />;
  }
  const people = (data?.people ?? []).filter(
    ({ state, roles }) => state !== 'REMOVED' && roles.includes('CASEWORKER'),
  );
  const lastSort = Math.max(0, ...labels.map(({ sort }) => sort));
  const formOf = (draft: LabelDraft) =>
    draft.id !== list.openId ? null : (
      <LabelForm
        label={draft}
        people={people}
        onSaved={(name) => {
          setSaid(intl.formatMessage({ id: 'edited.saved' }, { name }));
          // The button that the focus goes to has to be there first.
          void readAgain().then(list.close);
        }}
        onCancel={list.close}
      />
    );
  return (
    <>
      <p>
        <Link className="back" to="/admin">
          <FormattedMessage id="admin.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="keptOut.lead" />
      </p>
      <p className="measure">
        <FormattedMessage id="keptOut.counts" />
      </p>
      <p role="status" className="said">
        {said}
      </p>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="keptOut.loading" />
        </p>
      )}
      {data !== undefined && labels.length === 0 && list.added === null && (
        <p className="empty">
          <FormattedMessage id="keptOut.none" />
        </p>
      )}
      <ul className="card-list edited-list">
        {labels.map((label) => (
          <EditedCard
            key={label.id}
            id={label.id}
            name={label.texts[0]?.text ?? ''}
            form={formOf(labelDraft(label, locales, lastSort))}
            isFree={list.openId === null}
            onChange={() => list.open(label.id)}
            onDelete={() => setLeaving(label)}
          >
            <LabelFacts label={label} />
          </EditedCard>
        ))}
        {list.added !== null && (
          <li className="card">
            <h2>
              <FormattedMessage id="keptOut.new" />
            </h2>
            {formOf(list.added)}
          </li>
        )}
      </ul>
      {data !== undefined && list.openId === null && (
        <button
          type="button"
          id="add-label"
          className="secondary"
          onClick={() => list.add(labelDraft(null, locales, lastSort))}
        >
          <FormattedMessage id="keptOut.add" />
        </button>
      )}
      {leaving !== null && (
        <ConfirmDialog
          heading={
            <FormattedMessage id="edited.delete.heading" values={{ name: leaving.texts[0]?.text ?? '' }} />
          }
          body={<FormattedMessage id="keptOut.delete.body" />}
          button={<FormattedMessage id="keptOut.delete.button" />}
          keep={<FormattedMessage id="delete.keep" />}
          onClose={() => setLeaving(null)}
          perform={async () => {
            const { failure } = await remove({ id: leaving.id });
            return failure && <FormattedMessage id={`failure.${failure}`} />;
          }}
          onDone={() => {
            setSaid(intl.formatMessage({ id: 'edited.deleted' }, { name: leaving.texts[0]?.text ?? '' }));
            setLeaving(null);
            void readAgain();
          }}
        />
      )}
    </>
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
