import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useDashboard } from '../../app/dashboard.ts';
import { ActProblem } from '../../case/work/ActProblem.tsx';
import { useCommand } from '../../keyboard/use-command.ts';
import { useStore } from '../../service/store.ts';
import { BulkActWords } from './BulkActWords.tsx';
import { type Bulk, tally } from './bulk-queue.ts';
import { UNDO_WITHIN } from './bulk-run.ts';

/** What is being done with several cases: how long it can be undone, how far it is, and what came of it. */
export function BulkBar() {
  const intl = useIntl();
  const { bulk } = useDashboard();
  const state = useStore(bulk);
  useCommand('undo', state?.stage === 'waiting' ? () => bulk.dismiss() : null);
  return (
    <section
      ref={tellHeight}
      className={state === null ? 'bulk bulk-none' : 'bulk'}
      aria-label={intl.formatMessage({ id: 'bulk.region' })}
    >
      <p role="status">{state !== null && <BulkWords bulk={state} />}</p>
      {state?.stage === 'waiting' && (
        <div className="buttons">
          <button type="button" onClick={() => bulk.dismiss()}>
            <FormattedMessage id="bulk.undo" />
          </button>
          <button type="button" className="secondary" onClick={() => bulk.go()}>
            <FormattedMessage id="bulk.now" />
          </button>
          <Countdown />
        </div>
      )}
      {state?.stage === 'running' && <Progress bulk={state} />}
      {state?.stage === 'paused' && (
        <div className="buttons">
          <button type="button" onClick={() => bulk.go()}>
            <FormattedMessage id="bulk.goOn" />
          </button>
          <button type="button" className="secondary" onClick={() => bulk.dismiss()}>
            <FormattedMessage id="bulk.leaveRest" />
          </button>
        </div>
      )}
      {state?.stage === 'finished' && (
        <>
          <Refusals bulk={state} />
          <div className="buttons">
            <button type="button" className="secondary" onClick={() => bulk.dismiss()}>
              <FormattedMessage id="dialog.close" />
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** Says in `--bulk-height` how much of the window it takes: what stands at its foot as well stands above it. */
function tellHeight(bar: HTMLElement | null) {
  if (bar === null) return;
  const observer = new ResizeObserver(() =>
    document.documentElement.style.setProperty('--bulk-height', `${bar.offsetHeight}px`),
  );
  observer.observe(bar);
  return () => observer.disconnect();
}

function BulkWords({ bulk }: { readonly bulk: Bulk }) {
  const count = bulk.items.length;
  const act = <BulkActWords act={bulk.act} />;
  const { done, refused } = tally(bulk);
  switch (bulk.stage) {
    case 'waiting':
      return <FormattedMessage id="bulk.waiting" values={{ act, count }} />;
    case 'running':
      return <FormattedMessage id="bulk.running" values={{ act, count }} />;
    case 'paused':
      return <FormattedMessage id="bulk.paused" values={{ done: done + refused, count }} />;
    case 'finished':
      return <FormattedMessage id="bulk.finished" values={{ act, done, refused }} />;
  }
}

function Progress({ bulk }: { readonly bulk: Bulk }) {
  const intl = useIntl();
  const { done, refused } = tally(bulk);
  return (
    <progress
      aria-label={intl.formatMessage({ id: 'bulk.progress' })}
      value={done + refused}
      max={bulk.items.length}
    />
  );
}

/** Only looked at: read out every second it would drown everything else. */
function Countdown() {
  const [end] = useState(() => Date.now() + UNDO_WITHIN);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden="true" className="hint">
      <FormattedMessage
        id="bulk.countdown"
        values={{ seconds: Math.max(0, Math.ceil((end - now) / 1_000)) }}
      />
    </span>
  );
}

function Refusals({ bulk }: { readonly bulk: Bulk }) {
  const refused = bulk.items.filter(({ outcome }) => outcome !== null && outcome.kind !== 'done');
  const done = bulk.items.filter(({ outcome }) => outcome?.kind === 'done');
  return (
    <details open={refused.length > 0}>
      <summary>
        <FormattedMessage id="bulk.results" />
      </summary>
      <ul className="bulk-results">
        {refused.map(({ caseId, number, outcome }) => (
          <li key={caseId}>
            <Link to={`/cases/${caseId}`}>{number}</Link>:{' '}
            {outcome !== null && <ActProblem outcome={outcome} />}
          </li>
        ))}
        {done.map(({ caseId, number }) => (
          <li key={caseId}>
            <Link to={`/cases/${caseId}`}>{number}</Link>: <FormattedMessage id="bulk.done" />
          </li>
        ))}
      </ul>
    </details>
  );
}
