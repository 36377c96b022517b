import { FormattedMessage } from 'react-intl';
import { LockMark } from '../../ui/marks.tsx';
import { useAskedField } from './use-asked-field.ts';
import { useNote } from './use-note.ts';
import { WritingForm } from './WritingForm.tsx';

/** The place to write to colleagues. @param asked see `useAskedField`. @param onAdded called once a note is stored. */
export function NotePanel({
  caseId,
  asked,
  onAdded,
}: {
  readonly caseId: string;
  readonly asked: number;
  readonly onAdded: () => void;
}) {
  const writing = useNote(caseId);
  const box = useAskedField(asked);

  const submit = async () => {
    const { problem, wasSent } = await writing.send();
    if (problem?.kind === 'empty' || problem?.kind === 'message-refused') box.current?.focus();
    if (wasSent || problem?.kind === 'already-sent') onAdded();
  };

  return (
    <>
      <p className="audience">
        <LockMark /> <FormattedMessage id="note.onlyStaff" />
      </p>
      <WritingForm kind="NOTE" writing={writing} box={box} onSubmit={() => void submit()} />
    </>
  );
}
