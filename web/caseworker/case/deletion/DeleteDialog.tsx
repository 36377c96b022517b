import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { PurposePick } from '../copy/PurposePick.tsx';
import { type DeletionPurpose, useDeletion } from './use-deletion.ts';

const PURPOSES = [
  'REPORTER_ASKED',
  'NOT_A_REPORT',
  'DUPLICATE',
  'LEGAL_DUTY',
] as const satisfies readonly DeletionPurpose[];

/**
 * Asks what a case is deleted for.
 *
 * @param isAlone nobody else can open the case, so that it goes at once.
 * @param onAsked a second person is asked. @param onDeleted it is gone.
 */
export function DeleteDialog({
  caseId,
  isAlone,
  onClose,
  onAsked,
  onDeleted,
}: {
  readonly caseId: string;
  readonly isAlone: boolean;
  readonly onClose: () => void;
  readonly onAsked: () => void;
  readonly onDeleted: () => void;
}) {
  const { isBusy, ask } = useDeletion(caseId);
  const [purpose, setPurpose] = useState<DeletionPurpose | null>(null);
  const [problem, setProblem] = useState<string | 'empty' | null>(null);

  const send = async () => {
    if (isBusy) return;
    if (purpose === null) {
      setProblem('empty');
      document.getElementById('deletion-purpose')?.focus();
      return;
    }
    const outcome = await ask(purpose);
    if (outcome === 'deleted') return onDeleted();
    if (outcome === 'done') return onAsked();
    setProblem(outcome.problem);
  };

  return (
    <SheetDialog heading={<FormattedMessage id="deletion.heading" />} onClose={onClose}>
      <p>
        <FormattedMessage id={isAlone ? 'deletion.alone' : 'deletion.needsSecond'} />
      </p>
      <PurposePick
        id="deletion-purpose"
        label={<FormattedMessage id="deletion.purpose" />}
        hint={<FormattedMessage id="purpose.hint" />}
        choices={PURPOSES.map((each) => ({
          id: each,
          text: <FormattedMessage id={`deletion.purpose.${each}`} />,
        }))}
        value={purpose}
        onPick={setPurpose}
      />
      <div role="alert">
        {problem !== null && (
          <p className="notice notice-problem">
            {problem === 'empty' ? <FormattedMessage id="deletion.purpose.empty" /> : problem}
          </p>
        )}
      </div>
      <div className="buttons" aria-busy={isBusy}>
        <button type="button" className="danger" aria-disabled={isBusy} onClick={() => void send()}>
          <FormattedMessage id={isAlone ? 'deletion.forGood' : 'deletion.ask'} />
        </button>
        <button type="button" className="secondary" onClick={onClose}>
          <FormattedMessage id="dialog.back" />
        </button>
      </div>
    </SheetDialog>
  );
}
