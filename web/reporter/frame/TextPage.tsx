import { Fragment, type ReactElement, type ReactNode } from 'react';
import { type MessageId, Say } from '../text.tsx';
import { Page } from './Page.tsx';

type Values = Readonly<Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>>;

/** A heading, and below it texts of the catalog, each a paragraph, and whatever else stands there. */
export type TextSection = readonly [title: MessageId, ...below: (MessageId | ReactElement)[]];

/** A page of sections. */
export function TextPage({
  title,
  lead,
  sections,
  values,
}: {
  title: MessageId;
  lead?: MessageId;
  sections: readonly TextSection[];
  values?: Values;
}) {
  return (
    <Page heading={<Say id={title} />}>
      {lead && (
        <p className="lead">
          <Say id={lead} values={values} />
        </p>
      )}
      {sections.map(([heading, ...below]) => (
        <section key={heading}>
          <h2>
            <Say id={heading} values={values} />
          </h2>
          {below.map((each) =>
            typeof each === 'string' ? (
              <p key={each}>
                <Say id={each} values={values} />
              </p>
            ) : (
              <Fragment key={each.key}>{each}</Fragment>
            ),
          )}
        </section>
      ))}
    </Page>
  );
}
