import './search.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { useCommand } from '../keyboard/use-command.ts';
import { useStore } from '../service/store.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { TextField } from '../ui/TextField.tsx';
import { SearchHit } from './SearchHit.tsx';
import { MOST_HITS, type Search } from './search-run.ts';

const LONGEST = 200; // characters

/**
 * Finds cases by words. What is searched for stands in no address: a name in the browser's history could be read by
 * whoever uses the computer next.
 */
export function SearchPage() {
  const intl = useIntl();
  const { search } = useDashboard();
  const state = useStore(search);
  const [text, setText] = useState(state.text);
  const [error, setError] = useState<string>();
  const field = useFocusedField();
  const title = intl.formatMessage({ id: 'search.heading' });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = text.trim() === '';
    setError(isEmpty ? intl.formatMessage({ id: 'search.empty' }) : undefined);
    if (!isEmpty) return void search.begin(text.trim());
    // What was found before would stand as the answer to nothing.
    search.forget();
    field.current?.focus();
  };

  return (
    <>
      <PageHeading title={title} hasError={error !== undefined}>
        {title}
      </PageHeading>
      <search>
        <form noValidate onSubmit={submit} className="search-form">
          <TextField
            ref={field}
            id="search-text"
            label={intl.formatMessage({ id: 'search.label' })}
            hint={intl.formatMessage({ id: 'search.hint' })}
            error={error}
            maxLength={LONGEST}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onValue={setText}
          />
          <div className="buttons">
            <button type="submit">
              <FormattedMessage id="search.button" />
            </button>
            {state.stage !== 'nothing' && (
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  search.forget();
                  setText('');
                  field.current?.focus();
                }}
              >
                <FormattedMessage id="search.forget" />
              </button>
            )}
          </div>
        </form>
      </search>
      <SearchState search={state} onStop={() => search.stop()} onGoOn={() => void search.goOn()} />
      {state.hits.length > 0 && (
        <ul className="hits" aria-label={intl.formatMessage({ id: 'search.results' })}>
          {state.hits.map((hit) => (
            <SearchHit key={hit.case.id} hit={hit} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The key that leads here is pressed to write: the focus goes to the field, now and when pressed again. */
function useFocusedField() {
  const field = useRef<HTMLInputElement>(null);
  const state: unknown = useLocation().state;
  const isByKey = typeof state === 'object' && state !== null && 'isByKey' in state;
  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useCommand('search', focus);
  useEffect(() => {
    if (isByKey) field.current?.focus();
  }, [isByKey]);
  return field;
}

function SearchState({
  search,
  onStop,
  onGoOn,
}: {
  readonly search: Search;
  readonly onStop: () => void;
  readonly onGoOn: () => void;
}) {
  const intl = useIntl();
  const { stage, hits, scanned, total, failure } = search;
  return (
    <div className="search-state">
      {stage === 'running' && (
        <div className="search-progress">
          <progress
            aria-label={intl.formatMessage({ id: 'search.progress' })}
            {...(total > 0 && { value: scanned })}
            max={Math.max(1, total)}
          />
          <span className="hint">
            {total > 0 && <FormattedMessage id="search.scanned" values={{ scanned, total }} />}
          </span>
          <button type="button" className="secondary" onClick={onStop}>
            <FormattedMessage id="search.stop" />
          </button>
        </div>
      )}
      <p role="status">
        {stage === 'running' && <FormattedMessage id="search.running" />}
        {(stage === 'finished' || stage === 'stopped') && (
          <FormattedMessage id={`search.${stage}`} values={{ count: hits.length, scanned, total }} />
        )}
        {stage === 'full' && <FormattedMessage id="search.full" values={{ most: MOST_HITS }} />}
      </p>
      {failure !== null && failure !== 'session-ended' && (
        <FailureNotice failure={failure} onTryAgain={onGoOn} />
      )}
      {stage === 'stopped' && (failure === null || failure === 'session-ended') && (
        <button type="button" className="secondary" onClick={onGoOn}>
          <FormattedMessage id="search.goOn" />
        </button>
      )}
    </div>
  );
}
