import { Say } from '../text.tsx';
import { AsideNav } from './AsideButtons.tsx';
import { Heading, PageTitle } from './Page.tsx';

/**
 * The service failed. Everything that was sent stands in this page once more, so that pressing the button, or waiting
 * an hour and pressing it then, does what was meant.
 */
export function TryAgainPage({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      <PageTitle hasProblem />
      <Heading takesFocus>
        <Say id="problem.kept.title" />
      </Heading>
      <p>
        <Say id="problem.kept.text" />
      </p>
      <p>
        <Say id="problem.kept.once" />
      </p>
      <form method="post" autoComplete="off">
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p className="buttons">
          <button type="submit" className="button-main">
            <Say id="problem.tryAgain" />
          </button>
        </p>
        <AsideNav />
      </form>
    </>
  );
}
