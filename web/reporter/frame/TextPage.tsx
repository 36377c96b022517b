import type { ReactNode } from 'react';
import { type MessageId, Say } from '../text.tsx';
import { Page } from './Page.tsx';

type Values = Readonly<Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>>;

/** A page of sections, each a heading and a text from the catalog. */
export function TextPage({
  title,
  lead,
  sections,
  values,
}: {
  title: MessageId;
  lead?: MessageId;
  sections: readonly (readonly [title: MessageId, text: MessageId])[];
  values?: Values;
}) {
  return (
    <Page heading={<Say id={title} />}>
      {lead && (
        <p className="lead">
          <Say id={lead} values={values} />
        </p>
      )}
      {sections.map(([heading, text]) => (
        <section key={heading}>
          <h2>
            <Say id={heading} />
          </h2>
          <p>
            <Say id={text} values={values} />
          </p>
        </section>
      ))}
    </Page>
  );
}
