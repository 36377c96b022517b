import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDashboard } from '../../app/dashboard.ts';
import { AssignDialog } from '../../case/work/AssignDialog.tsx';
import { CloseDialog } from '../../case/work/CloseDialog.tsx';
import { StatusMenu } from '../../case/work/StatusMenu.tsx';
import type { CaseMove } from '../../case/work/statuses.ts';
import { useOwnId } from '../../case/work/use-case-work.ts';
import { useCommand } from '../../keyboard/use-command.ts';
import { useStore } from '../../service/store.ts';
import { CaseLabelsQuery, ColleaguesQuery } from '../../service/vocabulary.query.ts';
import { PickList } from '../../ui/PickList.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { type BulkAct, type ListedCase, MOST_IN_BULK } from './bulk-queue.ts';

/**
 * What can be done with the ticked cases, or by key with the row that has the focus. Replying is not among it.
 *
 * @param pick gives the cases at the moment somebody asks. @param onClear unticks all.
 */
export function SelectionBar({
  count,
  pick,
  onClear,
}: {
  readonly count: number;
  readonly pick: () => readonly ListedCase[];
  readonly onClear: () => void;
}) {
  const intl = useIntl();
  const { bulk } = useDashboard();
  const isBusy = useStore(bulk) !== null && bulk.isUnfinished();
  const ownId = useOwnId();
  const { data: people } = useQuery(ColleaguesQuery);
  const [open, setOpen] = useState<'assign' | 'close' | 'label' | 'status' | null>(null);
  // Kept from the moment of asking: a dialog takes the focus from the row it is about.
  const [cases, setCases] = useState<readonly ListedCase[]>([]);
  const [reason, setReason] = useState('');
  const me = people?.colleagues.find(({ id }) => id === ownId);

  const ask = (panel: typeof open) => {
    const picked = pick();
    if (picked.length === 0 || isBusy) return;
    setCases(picked);
    setOpen(panel);
  };
  const close = () => setOpen(null);
  const begin = (act: BulkAct, on: readonly ListedCase[] = cases) => {
    close();
    bulk.begin(act, on);
    onClear();
  };
  const moveTo = (to: CaseMove) => {
    if (to === 'CLOSED') setOpen('close');
    else begin({ kind: 'status', to, reason: null });
  };
  const takeThem = () => {
    const picked = pick();
    if (me !== undefined && picked.length > 0 && !isBusy) begin({ kind: 'assign', to: me }, picked);
  };

  useCommand('assign', () => ask('assign'));
  useCommand('assign-me', me === undefined ? null : takeThem);
  useCommand('status', () => ask('status'));
  useCommand('close', () => ask('close'));
  useCommand('labels', () => ask('label'));

  return (
    <section className="selection" aria-label={intl.formatMessage({ id: 'selection.region' })}>
      <p role="status">
        {count > 0 && <FormattedMessage id="selection.count" values={{ count, most: MOST_IN_BULK }} />}
      </p>
      <div className="selection-buttons" hidden={count === 0 && open !== 'status'}>
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={takeThem}>
          <FormattedMessage id="assign.toMe" />
        </button>
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={() => ask('assign')}>
          <FormattedMessage id="assign.button" />
        </button>
        <StatusMenu
          status={null}
          isOpen={open === 'status'}
          onOpenChange={(isOpen) =>
            isOpen ? ask('status') : setOpen((now) => (now === 'status' ? null : now))
          }
          onPick={moveTo}
        />
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={() => ask('label')}>
          <FormattedMessage id="labels.open" />
        </button>
        <button type="button" className="quiet" onClick={onClear}>
          <FormattedMessage id="selection.clear" />
        </button>
      </div>
      {open === 'assign' && (
        <AssignDialog
          people={people?.colleagues ?? []}
          ownId={ownId}
          onClose={close}
          onPick={(to) => begin({ kind: 'assign', to })}
        />
      )}
      {open === 'close' && (
        <CloseDialog
          count={cases.length}
          reason={reason}
          onReason={setReason}
          onClose={close}
          onGiven={(given) => {
            setReason('');
            begin({ kind: 'status', to: 'CLOSED', reason: given });
          }}
        />
      )}
      {open === 'label' && <LabelDialog onClose={close} onPick={begin} />}
    </section>
  );
}

function LabelDialog({
  onClose,
  onPick,
}: {
  readonly onClose: () => void;
  readonly onPick: (act: BulkAct) => void;
}) {
  const intl = useIntl();
  const { data } = useQuery(CaseLabelsQuery);
  const choices = (data?.caseLabels ?? []).flatMap((label) => [
    { id: `on ${label.id}`, act: { kind: 'label', label, isOn: true } as const },
    { id: `off ${label.id}`, act: { kind: 'label', label, isOn: false } as const },
  ]);
  return (
    <SheetDialog heading={<FormattedMessage id="labels.heading" />} onClose={onClose}>
      <PickList
        label={intl.formatMessage({ id: 'labels.pick' })}
        items={choices.map(({ id, act }) => ({
          id,
          text: intl.formatMessage(
            { id: act.isOn ? 'bulk.act.label' : 'bulk.act.unlabel' },
            { label: act.label.text },
          ),
        }))}
        onPick={(picked) => {
          const choice = choices.find(({ id }) => id === picked);
          onClose();
          if (choice !== undefined) onPick(choice.act);
        }}
      />
    </SheetDialog>
  );
}
