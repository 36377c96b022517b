import { Say, usePath } from '../text.tsx';

/** "Finish and clear this device", wherever somebody may have finished. */
export function FinishForm() {
  const path = usePath();
  return (
    <form method="post" action={path('/finish')}>
      <button type="submit" className="button-second">
        <Say id="finish.submit" />
      </button>
    </form>
  );
}
