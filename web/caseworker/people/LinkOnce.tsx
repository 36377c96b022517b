import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { CopyButton } from '../welcome/CopyButton.tsx';

/** A link that was just drawn and is shown this once, with whom it is for. */
export interface DrawnLink {
  readonly path: 'welcome' | 'begin-anew';
  readonly token: string;
  readonly email: string;
}

/** Shows a link this once, and takes the focus: what drew it may stand far below. */
export function LinkOnce({ path, token, email }: DrawnLink) {
  const link = `${location.origin}/${path}#${token}`;
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each link that is drawn takes it
  useEffect(() => heading.current?.focus(), [token]);

  return (
    <section className="notice" aria-labelledby="link-once">
      <h2 id="link-once" ref={heading} tabIndex={-1}>
        <FormattedMessage id="people.link.heading" values={{ email }} />
      </h2>
      <p>
        <FormattedMessage id="people.link.lead" />
      </p>
      <p className="secret-text">{link}</p>
      <CopyButton text={link} />
    </section>
  );
}
