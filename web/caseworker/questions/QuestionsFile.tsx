import { useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { saveFile } from '../ui/save-file.ts';
import type { EditedQuestion } from './question-edit.ts';
import { type FileReading, questionsFile, readQuestionsFile } from './questions-file.ts';

/** Takes the questions along as a file, and reads one that another organisation has written. */
export function QuestionsFile({
  questions,
  onRead,
}: {
  readonly questions: readonly EditedQuestion[];
  readonly onRead: (questions: readonly EditedQuestion[]) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<FileReading | null>(null);

  const write = () => {
    saveFile('questions.json', 'application/json', questionsFile(questions));
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text().catch(() => '');
    const result = readQuestionsFile(text, new Set(questions.map(({ id }) => id)));
    // The same file again is a change of its own.
    if (field.current) field.current.value = '';
    setReading(result);
    if (result.kind === 'read') onRead(result.questions);
  };

  return (
    <details className="questions-file">
      <summary>
        <FormattedMessage id="questions.file" />
      </summary>
      <p>
        <FormattedMessage id="questions.file.about" />
      </p>
      <div className="buttons">
        <button type="button" className="secondary" onClick={write}>
          <FormattedMessage id="questions.file.write" />
        </button>
      </div>
      <div className="field">
        <label htmlFor="questions-file">
          <FormattedMessage id="questions.file.read" />
        </label>
        <p className="hint" id="questions-file-hint">
          <FormattedMessage id="questions.file.read.hint" />
        </p>
        <input
          ref={field}
          id="questions-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="questions-file-hint"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </div>
      <div role="status">
        {reading?.kind === 'read' && (
          <p className="notice">
            <FormattedMessage id="questions.file.done" values={{ count: reading.questions.length }} />
          </p>
        )}
      </div>
      <div role="alert">
        {reading !== null && reading.kind !== 'read' && (
          <p className="notice notice-problem">
            <FormattedMessage
              id={`questions.file.${reading.kind}`}
              values={{ question: reading.kind === 'odd-question' ? reading.question : 0 }}
            />
          </p>
        )}
      </div>
    </details>
  );
}
