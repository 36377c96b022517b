import { useYearWords } from '../../shared/year/year-words.ts';
import { Say, usePath } from '../text.tsx';

/** The way to the numbers of a year. */
export function YearLink({ year }: { year: number }) {
  const path = usePath();
  const words = useYearWords();
  return (
    <a className="year-link" href={path(`/year/${year}`)}>
      <Say id="year.title" values={{ year: words.year(year) }} />
    </a>
  );
}
