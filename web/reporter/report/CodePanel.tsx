import { Say, usePath, useSay, useWrittenAddress } from '../text.tsx';

/** A code, large and selectable whole; read out letter by letter in its four groups. */
export function CodePanel({ code }: { code: string }) {
  const written = useWrittenAddress();
  const spoken = code
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ');
  return (
    <div className="code-panel">
      <p className="code-label" id="code-label">
        <Say id="code.label" />
      </p>
      <p className="code">
        <span aria-hidden="true" data-code translate="no" dir="ltr">
          {code}
        </span>
        <span className="heard">{spoken}</span>
      </p>
      <p className="on-paper">
        <Say id="code.address" values={{ address: written('/login') }} />
      </p>
    </div>
  );
}

/** Download, copy and print. Downloading works without scripts; the others appear with them. */
export function CodeWays({ code }: { code: string }) {
  const path = usePath();
  const say = useSay();
  return (
    <div className="code-ways">
      <button
        type="submit"
        className="button-second"
        formAction={path('/notes.txt')}
        name="code"
        value={code}
        data-download
      >
        <Say id="code.download" />
      </button>
      <button
        type="button"
        className="button-second"
        data-copy
        data-done={say('code.copied')}
        data-failed={say('code.copyFailed')}
        hidden
      >
        <Say id="code.copy" />
      </button>
      <button type="button" className="button-second" data-print hidden>
        <Say id="code.print" />
      </button>
      <p role="status" data-copy-said />
    </div>
  );
}
