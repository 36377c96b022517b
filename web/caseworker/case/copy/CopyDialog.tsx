import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../../shared/graphql.ts';
import { type Failure, failureOf } from '../../service/failure.ts';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { printPage, saveFile } from './take-along.ts';

const ExportCase = graphql(`
  query ExportCase($id: ID!) {
    exportCase(id: $id) {
      fileName
      json
    }
  }
`);

const ExportCaseWithNotes = graphql(`
  query ExportCaseWithNotes($id: ID!) {
    exportCaseWithNotes(id: $id) {
      fileName
      json
    }
  }
`);

/** Prints one case or saves it as a file, the notes of staff only where somebody ticks them. */
export function CopyDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const client = useApolloClient();
  const [hasNotes, setNotes] = useState(false);
  const [failure, setFailure] = useState<Failure | 'gone' | null>(null);
  const [isBusy, setBusy] = useState(false);

  const fetchFile = async () => {
    const options = { variables: { id: caseId }, fetchPolicy: 'no-cache' } as const;
    if (hasNotes) {
      return (await client.query({ query: ExportCaseWithNotes, ...options })).data?.exportCaseWithNotes;
    }
    return (await client.query({ query: ExportCase, ...options })).data?.exportCase;
  };

  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      const file = await fetchFile();
      if (!file) return setFailure('gone');
      saveFile(file.fileName, file.json);
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
      <div role="alert">
        {failure !== null && (
          <p className="notice notice-problem">
            {failure === 'gone' ? (
              <FormattedMessage id="act.refused.CaseNotFound" />
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
