import type { ReactNode } from 'react';
import { Say } from '../text.tsx';
import { AsideButtons } from './AsideButtons.tsx';

/**
 * A form that is answered with the next page. Its first button is one that nobody sees or reaches: Enter in a field
 * presses the first button of a form, and that must never be Back.
 */
export function PageForm({
  hidden,
  action,
  children,
}: {
  hidden: Readonly<Record<string, string>>;
  /** the address that answers; absent: the page's own */
  action?: string | undefined;
  children: ReactNode;
}) {
  return (
    <form method="post" action={action} noValidate autoComplete="off">
      <button
        type="submit"
        className="default-button"
        name="go"
        value="next"
        tabIndex={-1}
        aria-hidden="true"
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** A form with words that are not sent yet: it has the links of the foot, as buttons that keep the words. */
export function WritingForm({
  hidden,
  action,
  children,
}: {
  hidden: Readonly<Record<string, string>>;
  action?: string | undefined;
  children: ReactNode;
}) {
  return (
    <PageForm hidden={hidden} action={action}>
      {children}
      <AsideButtons />
    </PageForm>
  );
}

/** A button of a page's form. `look`: `main` once a page, `second` beside it, `link` for Back and Change. */
export function GoButton({
  go,
  look = 'main',
  children,
}: {
  go: string;
  look?: 'main' | 'second' | 'link';
  children: ReactNode;
}) {
  return (
    <button type="submit" name="go" value={go} className={`button-${look}`}>
      {children}
    </button>
  );
}

/** Back, which keeps what stands in the fields. */
export function BackButton() {
  return (
    <p className="back">
      <GoButton go="back" look="link">
        <Say id="frame.back" />
      </GoButton>
    </p>
  );
}
