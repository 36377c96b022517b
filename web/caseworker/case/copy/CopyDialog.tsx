import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { graphql, type VariablesOf } from '../../../shared/graphql.ts';
import { type Failure, failureOf } from '../../service/failure.ts';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { PurposePick } from './PurposePick.tsx';
import { printPage } from './print-page.ts';

const ExportCase = graphql(`
  mutation ExportCase($id: ID!, $purpose: ExportPurpose!) {
    exportCase(id: $id, purpose: $purpose) {
      fileName
      json
    }
  }
`);

const ExportCaseWithNotes = graphql(`
  mutation ExportCaseWithNotes($id: ID!, $purpose: ExportPurpose!) {
    exportCaseWithNotes(id: $id, purpose: $purpose) {
      fileName
      json
    }
  }
`);

type ExportPurpose = VariablesOf<typeof ExportCase>['purpose'];

const PURPOSES = [
  'INVESTIGATION',
  'REPORTER_ASKED',
  'ADVICE',
  'AUTHORITY',
  'MOVING',
] as const satisfies readonly ExportPurpose[];

/** Prints one case or saves it as a file, the notes of staff only where somebody ticks them. */
export function CopyDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const client = useApolloClient();
  const [hasNotes, setNotes] = useState(false);
  const [failure, setFailure] = useState<Failure | 'gone' | 'purpose' | null>(null);
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null);
  const [isBusy, setBusy] = useState(false);

  const fetchFile = async (given: ExportPurpose) => {
    const options = { variables: { id: caseId, purpose: given }, fetchPolicy: 'no-cache' } as const;
    if (hasNotes) {
      return (await client.mutate({ mutation: ExportCaseWithNotes, ...options })).data?.exportCaseWithNotes;
    }
    return (await client.mutate({ mutation: ExportCase, ...options })).data?.exportCase;
  };

  const save = async () => {
    if (isBusy) return;
    if (purpose === null) {
      setFailure('purpose');
      document.getElementById('copy-purpose')?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      const file = await fetchFile(purpose);
      if (!file) return setFailure('gone');
      saveFile(file.fileName, 'application/json', file.json);
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <SheetDialog heading={<FormattedMessage id="copy.heading" />} onClose={onClose}>
      <p>
        <FormattedMessage id="copy.warning" />
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={hasNotes}
          onChange={(event) => setNotes(event.currentTarget.checked)}
        />
        <FormattedMessage id="copy.notes" />
      </label>
      <PurposePick
        id="copy-purpose"
        label={<FormattedMessage id="copy.purpose" />}
        hint={<FormattedMessage id="purpose.hint" />}
        choices={PURPOSES.map((each) => ({
          id: each,
          text: <FormattedMessage id={`copy.purpose.${each}`} />,
        }))}
        value={purpose}
        onPick={setPurpose}
      />
      <div role="alert">
        {failure !== null && (
          <p className="notice notice-problem">
            {failure === 'gone' ? (
              <FormattedMessage id="act.refused.CaseNotFound" />
            ) : failure === 'purpose' ? (
              <FormattedMessage id="copy.purpose.empty" />
            ) : (
              <FormattedMessage id={`failure.${failure}`} />
            )}
          </p>
        )}
      </div>
      <div className="buttons" aria-busy={isBusy}>
        <button
          type="button"
          onClick={() => {
            onClose();
            printPage(hasNotes);
          }}
        >
          <FormattedMessage id="copy.print" />
        </button>
        <button type="button" className="secondary" aria-disabled={isBusy} onClick={() => void save()}>
          <FormattedMessage id="copy.save" />
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          <FormattedMessage id="dialog.back" />
        </button>
      </div>
    </SheetDialog>
  );
}
