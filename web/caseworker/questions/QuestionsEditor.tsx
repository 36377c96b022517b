import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { DraftBar } from './DraftBar.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { QuestionsFile } from './QuestionsFile.tsx';
import { duplicated, moved, newQuestion, replaced } from './question-edit.ts';
import type { Draft } from './questions.query.ts';
import { useBeginAgain } from './use-begin-again.ts';
import { useDraft } from './use-draft.ts';

/** All questions of the draft, one of them open at a time, and what can be done with them. */
export function QuestionsEditor({
  loaded,
  locales,
}: {
  readonly loaded: Draft;
  readonly locales: readonly string[];
}) {
  const intl = useIntl();
  const navigate = useNavigate();
  const draft = useDraft(loaded);
  const begunFrom = useBeginAgain(draft);
  const first = locales[0] ?? 'en';
  const [language, setLanguage] = useState(first);
  const [openId, setOpenId] = useState<string | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [said, setSaid] = useState('');
  const focusNext = useNextFocus();
  const { questions, stored } = draft;
  const faults = draft.isUnsaved ? [] : stored.faults;

  const nameOf = (id: string | null) => {
    const text = questions.find((each) => each.id === id)?.text[first] ?? '';
    return text.trim() === '' ? intl.formatMessage({ id: 'questions.unnamed' }) : text;
  };
  const summary = faults
    .map(({ question, message }) => ({
      field: question === null ? null : `change-${question}`,
      text: question === null ? message : `${nameOf(question)} ${message}`,
    }))
    .filter(({ text }, index, all) => all.findIndex((each) => each.text === text) === index);
  const add = () => {
    const question = newQuestion();
    draft.change([...questions, question]);
    setOpenId(question.id);
    focusNext(`text-${question.id}`);
  };
  const move = (id: string, by: -1 | 1) => {
    const next = moved(questions, id, by);
    if (next === questions) return;
    draft.change(next);
    const place = next.findIndex((each) => each.id === id) + 1;
    setSaid(intl.formatMessage({ id: 'questions.moved' }, { question: nameOf(id), place }));
  };
  const publish = async () => {
    const now = draft.isUnsaved ? await draft.save() : stored;
    if (now === null) return;
    setAttempt(attempt + 1);
    setPublishing(now.faults.length === 0);
  };
  const preview = async () => {
    if (draft.isUnsaved && (await draft.save()) === null) return;
    await navigate(`/admin/questions/preview?language=${encodeURIComponent(language)}`);
  };

  return (
    <div className="questions">
      <ErrorSummary attempt={attempt} faults={attempt === 0 ? [] : summary} />
      <LanguagePick locales={locales} language={language} onPick={setLanguage} />
      {begunFrom !== null && (
        <p className="notice" role="status">
          <FormattedMessage id="questions.begunFrom" values={{ version: begunFrom }} />
        </p>
      )}
      <ol className="question-list">
        {questions.map((question, index) => (
          <QuestionCard
            key={question.id}
            number={index + 1}
            question={question}
            questions={questions}
            locales={locales}
            language={language}
            faults={faults.filter((fault) => fault.question === question.id)}
            risks={draft.isUnsaved ? [] : stored.namingRisks.filter((risk) => risk.question === question.id)}
            isOpen={question.id === openId}
            onOpen={(isOpen) => setOpenId(isOpen ? question.id : null)}
            onChange={(next) => {
              draft.change(replaced(questions, question.id, next));
              if (next.id === question.id) return;
              setOpenId(next.id);
              focusNext(`kind-${next.id}`);
            }}
            onMove={(by) => move(question.id, by)}
            onDuplicate={() => {
              draft.change(duplicated(questions, question.id));
              setSaid(intl.formatMessage({ id: 'questions.duplicated' }, { question: nameOf(question.id) }));
            }}
            onRemove={() => {
              setSaid(intl.formatMessage({ id: 'questions.removed' }, { question: nameOf(question.id) }));
              focusNext(`change-${questions[index + 1]?.id ?? questions[index - 1]?.id}`, 'add-question');
              draft.change(questions.filter(({ id }) => id !== question.id));
            }}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="buttons">
        <button id="add-question" type="button" className="secondary" onClick={add}>
          <FormattedMessage id="questions.add" />
        </button>
      </div>
      <QuestionsFile questions={questions} onRead={draft.change} />
      <DraftBar
        draft={draft}
        onSave={() => void draft.save()}
        onPreview={() => void preview()}
        onPublish={() => void publish()}
      />
      {isPublishing && <PublishDialog draft={draft} nameOf={nameOf} onClose={() => setPublishing(false)} />}
      <LeaveDialog isLosing={draft.isLosing} />
    </div>
  );
}
