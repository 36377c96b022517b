import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../../shared/graphql.ts';
import { useCommand } from '../../keyboard/use-command.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { CaseLabelsQuery } from '../../service/vocabulary.query.ts';
import { useNextFocus } from '../../ui/use-next-focus.ts';
import { CopyDialog } from '../copy/CopyDialog.tsx';
import { ActProblem } from './ActProblem.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { mayHaveArrived } from './act-outcome.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { LabelsDialog } from './LabelsDialog.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import type { CaseMove } from './statuses.ts';
import { type CaseWork, useCaseWork } from './use-case-work.ts';

export const WorkPanel_case = graphql(`
  fragment WorkPanel_case on Case {
    id
    status
    assignee {
      id
    }
    labels {
      id
      text
    }
    assignableTo {
      id
      name
    }
    messages {
      seq
    }
  }
`);

type Panel = 'assign' | 'hand-over' | 'close' | 'labels' | 'copy' | 'status';

/** What can be done with a case, by button and by key. */
export function WorkPanel(props: { readonly case: FragmentOf<typeof WorkPanel_case> }) {
  const shown = readFragment(WorkPanel_case, props.case);
  const { id, status, assignee, assignableTo } = shown;
  const work = useCaseWork(id, shown.messages.at(-1)?.seq ?? 0);
  const [open, setOpen] = useState<Panel | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [noteKey, setNoteKey] = useState(newIdempotencyKey);
  const focusNext = useNextFocus();
  const me = assignableTo.find((person) => person.id === work.ownId);
  const isMine = assignee?.id === work.ownId;
  const isClosed = status === 'CLOSED';

  const takeIt = () => me !== undefined && !isMine && work.assign(me);
  const moveTo = (to: CaseMove) => (to === 'CLOSED' ? setOpen('close') : void work.moveTo(to, null));
  const close = () => setOpen(null);

  useCommand('assign', () => setOpen('assign'));
  useCommand('assign-me', me === undefined || isMine ? null : takeIt);
  useCommand('hand-over', () => setOpen('hand-over'));
  useCommand('status', () => setOpen('status'));
  useCommand('labels', () => setOpen('labels'));
  useCommand('close', isClosed ? null : () => setOpen('close'));
  useCommand('copy', () => setOpen('copy'));

  return (
    <div className="work" aria-busy={work.isBusy}>
      <div className="work-buttons">
        {me !== undefined && !isMine && (
          <button
            type="button"
            onClick={() => {
              takeIt();
              // The button that was pressed goes away.
              focusNext('case-assign');
            }}
          >
            <FormattedMessage id="assign.toMe" />
          </button>
        )}
        <button type="button" id="case-assign" className="secondary" onClick={() => setOpen('assign')}>
          <FormattedMessage id="assign.button" />
        </button>
        <button type="button" className="secondary" onClick={() => setOpen('hand-over')}>
          <FormattedMessage id="handOver.open" />
        </button>
        <StatusMenu
          status={status}
          isOpen={open === 'status'}
          onOpenChange={(isOpen) => setOpen((now) => (isOpen ? 'status' : now === 'status' ? null : now))}
          onPick={moveTo}
        />
        <button type="button" className="secondary" onClick={() => setOpen('labels')}>
          <FormattedMessage id="labels.open" />
        </button>
        <button type="button" className="secondary" onClick={() => setOpen('copy')}>
          <FormattedMessage id="copy.open" />
        </button>
        <button type="button" className="secondary" onClick={showHolders}>
          <FormattedMessage id="holders.show" />
        </button>
      </div>
      <SaidAfterAct said={work.said} />
      {open === 'assign' && (
        <AssignDialog people={assignableTo} ownId={work.ownId} onClose={close} onPick={work.assign} />
      )}
      {open === 'hand-over' && (
        <HandOverDialog
          caseId={id}
          people={assignableTo.filter((person) => person.id !== work.ownId)}
          note={note}
          idempotencyKey={noteKey}
          onNote={setNote}
          handOver={async (input) => {
            const outcome = await work.handOver(input);
            if (!mayHaveArrived(outcome)) setNoteKey(newIdempotencyKey());
            return outcome;
          }}
          onClose={close}
          onDone={(to) => {
            close();
            setNote('');
            work.handedOver(to);
          }}
        />
      )}
      {open === 'close' && (
        <CloseDialog
          count={1}
          reason={reason}
          onReason={setReason}
          onClose={close}
          onGiven={(given) => {
            close();
            void work.moveTo('CLOSED', given).then((isDone) => isDone && setReason(''));
          }}
        />
      )}
      {open === 'labels' && <CaseLabels labels={shown.labels} onClose={close} onGiven={work.label} />}
      {open === 'copy' && <CopyDialog caseId={id} onClose={close} />}
    </div>
  );
}

/** Leads to the part of the page that says who can open the case. */
function showHolders(): void {
  document.getElementById('holders-heading')?.focus();
}

function CaseLabels(props: Omit<Parameters<typeof LabelsDialog>[0], 'vocabulary'>) {
  const { data } = useQuery(CaseLabelsQuery);
  if (data === undefined) return null;
  return <LabelsDialog {...props} vocabulary={data.caseLabels} />;
}

/** What came of the last act, scrolled to where it would stand below the window. */
function SaidAfterAct({ said }: { readonly said: CaseWork['said'] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  return (
    <div ref={place}>
      <p role="status" className="said">
        {said?.outcome.kind === 'done' && <FormattedMessage id={said.done} values={{ name: said.name }} />}
      </p>
      <div role="alert">
        {said !== null && said.outcome.kind !== 'done' && (
          <p className="notice notice-problem">
            <ActProblem outcome={said.outcome} />
          </p>
        )}
      </div>
    </div>
  );
}
