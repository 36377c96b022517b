import type { ReactNode } from 'react';
import { Say, useSay } from '../text.tsx';
import { useOrganisation, useOwnWords } from './organisation-context.tsx';

/** One thing that stands against what was sent: a sentence, and the `id` of the field that it belongs to. */
export interface Problem {
  readonly sentence: string;
  /** absent: it belongs to no field */
  readonly field?: string | undefined;
}

/** The title of the browser's window: the same on every page, so that a history says nothing of what was read. */
export function PageTitle({ hasProblem }: { hasProblem: boolean }) {
  const say = useSay();
  const { name } = useOrganisation();
  const title = useOwnWords('PORTAL_TITLE')?.text ?? say('frame.title', { organisation: name });
  return <title>{hasProblem ? say('frame.errorTitle', { title }) : title}</title>;
}

/**
 * A page: window title, problems, heading. After a POST the focus goes to the problems, or else to the heading.
 *
 * @param above what stands over the heading, the way back for example
 * @param isFirst people arrive here from outside: the focus stays at the start, before the skip link
 */
export function Page({
  heading,
  above,
  problems = [],
  isFirst = false,
  children,
}: {
  heading: ReactNode;
  above?: ReactNode;
  problems?: readonly Problem[];
  isFirst?: boolean;
  children: ReactNode;
}) {
  const hasProblem = problems.length > 0;
  return (
    <>
      <PageTitle hasProblem={hasProblem} />
      {above}
      {hasProblem && <Problems problems={problems} />}
      <Heading takesFocus={!hasProblem && !isFirst}>{heading}</Heading>
      {children}
    </>
  );
}

/** The heading of a page, focused as the page arrives, so that it is the first thing that is read out. */
export function Heading({ takesFocus, children }: { takesFocus: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: every page is a whole document, and the heading says that it has changed
    <h1 tabIndex={-1} autoFocus={takesFocus}>
      {children}
    </h1>
  );
}

/** "There is a problem", with a link to each field. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent the form has to learn first that it did not go through
    <div className="problems" role="alert" aria-labelledby="problems" tabIndex={-1} autoFocus>
      <h2 id="problems">
        <Say id="problem.title" />
      </h2>
      <ul>
        {problems.map(({ sentence, field }) => (
          <li key={`${field}${sentence}`}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** The words beside a field that has a problem. */
export function FieldProblem({ id, sentence }: { id: string; sentence: string | undefined }) {
  if (!sentence) return null;
  return (
    <p className="field-problem" id={id}>
      <span className="heard">
        <Say id="problem.fault" />{' '}
      </span>
      {sentence}
    </p>
  );
}
