import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { directionOf, PortalWords } from '../ui/PortalWords.tsx';
import type { AskedQuestion } from './asked.query.ts';
import { PreviewField } from './PreviewField.tsx';
import { type Picked, shownQuestions } from './preview-answers.ts';
import { Say } from './say.tsx';

/** One question at a time, with the portal's own words and its way through the branches. */
export function Preview({
  questions,
  language,
}: {
  readonly questions: readonly AskedQuestion[];
  readonly language: string;
}) {
  const [picked, setPicked] = useState<Picked>({});
  const [at, setAt] = useState(questions[0]?.id ?? null);
  const frame = useRef<HTMLElement>(null);
  const hasTurned = useRef(false);
  const shown = shownQuestions(questions, picked);
  const index = shown.findIndex(({ id }) => id === at);
  const question = shown[index];

  useEffect(() => {
    if (hasTurned.current) frame.current?.focus();
    hasTurned.current = at !== null || hasTurned.current;
  }, [at]);

  const turn = (by: -1 | 1) => setAt(shown[index + by]?.id ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    turn(1);
  };

  return (
    <>
      <section
        ref={frame}
        className="preview"
        tabIndex={-1}
        lang={language}
        dir={directionOf(language)}
        aria-labelledby="preview-question"
      >
        <PortalWords language={language}>
          {question === undefined ? (
            <PreviewEnd onBack={() => setAt(shown.at(-1)?.id ?? null)} />
          ) : (
            <form noValidate onSubmit={submit}>
              {index > 0 && (
                <button type="button" className="quiet preview-back" onClick={() => turn(-1)}>
                  <Say id="frame.back" />
                </button>
              )}
              <p className="caption">
                <Say id="question.caption" values={{ number: index + 1 }} />
              </p>
              <PreviewField
                key={question.id}
                question={question}
                picked={picked[question.id] ?? []}
                onPick={(choices) => setPicked({ ...picked, [question.id]: choices })}
              />
              <div className="buttons">
                <button type="submit">
                  <Say id="question.continue" />
                </button>
                {!question.isNeeded && (
                  <button
                    type="button"
                    className="secondary"
                    onClick={() => {
                      setPicked({ ...picked, [question.id]: [] });
                      turn(1);
                    }}
                  >
                    <Say id="question.skip" />
                  </button>
                )}
              </div>
            </form>
          )}
        </PortalWords>
      </section>
      <h2>
        <FormattedMessage id="questions.preview.way" />
      </h2>
      <ol className="preview-way">
        {questions.map((each) => {
          const isShown = shown.includes(each);
          return (
            <li
              key={each.id}
              aria-current={each.id === at ? 'step' : undefined}
              className={isShown ? '' : 'skipped'}
            >
              <span lang={each.locale} dir="auto">
                {each.text}
              </span>{' '}
              {!isShown && <FormattedMessage id="questions.preview.closed" />}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function PreviewEnd({ onBack }: { readonly onBack: () => void }) {
  return (
    <>
      <button type="button" className="quiet preview-back" onClick={onBack}>
        <Say id="frame.back" />
      </button>
      <h2 id="preview-question">
        <Say id="check.title" />
      </h2>
    </>
  );
}
