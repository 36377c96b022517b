import { Say, useSay } from '../text.tsx';
import { ASIDES, type AsideName } from './asides.ts';
import { LanguageButtons } from './LanguageChoice.tsx';

/** The links of the foot, as buttons of a page's form: a link would throw away what was written. */
export function AsideNav() {
  const say = useSay();
  return (
    <nav className="asides" aria-label={say('frame.links')}>
      <ul>
        {ASIDES.map(({ name, text }) => (
          <li key={name}>
            <button type="submit" name="aside" value={name} className="button-link">
              <Say id={text} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The same, and a change of language, which takes the words along as well.
 *
 * @param at which of them is read now, if any
 */
export function AsideButtons({ at }: { at?: AsideName }) {
  return (
    <>
      <AsideNav />
      {at ? <LanguageButtons name="aside" value={at} /> : <LanguageButtons name="go" value="stay" />}
    </>
  );
}
