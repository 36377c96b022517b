import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, type ResultOf, readFragment } from '../../../shared/graphql.ts';
import { useDashboard } from '../../app/dashboard.ts';
import { useStore } from '../../service/store.ts';
import { dayInWords } from '../../ui/Day.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { useLeaveCase } from '../use-leave-case.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { Deletion_case } from './deletion.fragment.ts';
import { type DeletionOutcome, useDeletion } from './use-deletion.ts';

/**
 * The deletion of a closed case: asks for it, or shows what somebody asked for.
 *
 * @param onChanged the case has to be read anew.
 */
export function CaseDeletion({
  onChanged,
  ...props
}: {
  readonly case: FragmentOf<typeof Deletion_case>;
  readonly onChanged: () => void;
}) {
  const { id, status, deletion, assignableTo } = readFragment(Deletion_case, props.case);
  const onDeleted = useLeaveCase(id, '/deleted');
  const [isOpen, setOpen] = useState(false);
  if (status !== 'CLOSED') return null;
  return (
    <section className="case-deletion" aria-labelledby="deletion-heading">
      <h2 id="deletion-heading">
        <FormattedMessage id="deletion.section" />
      </h2>
      {deletion !== null && (
        <AskedFor caseId={id} deletion={deletion} onChanged={onChanged} onDeleted={onDeleted} />
      )}
      {deletion === null && (
        <p>
          <button type="button" className="secondary" onClick={() => setOpen(true)}>
            <FormattedMessage id="deletion.open" />
          </button>
        </p>
      )}
      {isOpen && (
        <DeleteDialog
          caseId={id}
          isAlone={assignableTo.length <= 1}
          onClose={() => setOpen(false)}
          onAsked={() => {
            setOpen(false);
            onChanged();
          }}
          onDeleted={onDeleted}
        />
      )}
    </section>
  );
}

type Asked = NonNullable<ResultOf<typeof Deletion_case>['deletion']>;

function AskedFor({
  caseId,
  deletion,
  onChanged,
  onDeleted,
}: {
  readonly caseId: string;
  readonly deletion: Asked;
  readonly onChanged: () => void;
  readonly onDeleted: () => void;
}) {
  const intl = useIntl();
  const { session } = useDashboard();
  const state = useStore(session);
  const { isBusy, confirm, cancel } = useDeletion(caseId);
  const [isConfirming, setConfirming] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { askedBy, askedOn, expiresOn, purpose } = deletion;
  const isMine = 'caseworker' in state && state.caseworker?.id === askedBy.id;

  const act = async (acting: () => Promise<DeletionOutcome>) => {
    if (isBusy) return;
    setProblem(null);
    const outcome = await acting();
    setConfirming(false);
    if (outcome === 'deleted') return onDeleted();
    if (outcome === 'done') return onChanged();
    setProblem(outcome.problem);
    onChanged();
  };

  return (
    <div className="notice" aria-busy={isBusy}>
      <p>
        <FormattedMessage
          id={isMine ? 'deletion.askedByMe' : 'deletion.askedByOther'}
          values={{
            name: askedBy.name,
            day: dayInWords(intl, askedOn, 'long'),
            until: dayInWords(intl, expiresOn, 'long'),
          }}
        />{' '}
        <FormattedMessage
          id="deletion.why"
          values={{ purpose: intl.formatMessage({ id: `deletion.purpose.${purpose}` }) }}
        />
      </p>
      <div className="buttons">
        {!isMine && (
          <button type="button" className="danger" onClick={() => setConfirming(true)}>
            <FormattedMessage id="deletion.confirm.open" />
          </button>
        )}
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={() => void act(cancel)}>
          <FormattedMessage id={isMine ? 'deletion.withdraw' : 'deletion.decline'} />
        </button>
      </div>
      <div role="alert">{problem !== null && <p className="notice notice-problem">{problem}</p>}</div>
      {isConfirming && (
        <SheetDialog
          role="alertdialog"
          heading={<FormattedMessage id="deletion.confirm.heading" />}
          onClose={() => setConfirming(false)}
        >
          <p>
            <FormattedMessage id="deletion.confirm.text" />
          </p>
          <div className="buttons" aria-busy={isBusy}>
            <button type="button" className="danger" aria-disabled={isBusy} onClick={() => void act(confirm)}>
              <FormattedMessage id="deletion.forGood" />
            </button>
            <button type="button" className="secondary" onClick={() => setConfirming(false)}>
              <FormattedMessage id="dialog.back" />
            </button>
          </div>
        </SheetDialog>
      )}
    </div>
  );
}
