import './organisation.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { languageName } from '../ui/languages.ts';
import { SupportForm } from './SupportForm.tsx';
import { SupportQuery } from './support.query.ts';
import { placeOf } from './wording-draft.ts';

/** Whom people can turn to. */
export function SupportPage() {
  const page = usePageData(SupportQuery);
  return (
    <AdminFrame name="admin.support.heading" lead="organisation.support.lead" page={page}>
      {({ supportLists, wording }) => (
        <>
          <EmergencyAdvice wording={wording} />
          <SupportForm
            key={page.round}
            loaded={supportLists}
            locales={wording.locales}
            onLoadAgain={page.again}
          />
        </>
      )}
    </AdminFrame>
  );
}

/** What stands at the foot of every page of the portal; it is changed with the other words. */
function EmergencyAdvice({ wording }: { readonly wording: ResultOf<typeof SupportQuery>['wording'] }) {
  const intl = useIntl();
  const adviceIn = (locale: string) =>
    wording.words.find((words) => words.part === 'EMERGENCY_ADVICE' && words.locale === locale)?.text;
  return (
    <section className="advice" aria-labelledby="advice">
      <h2 id="advice">
        <FormattedMessage id="organisation.support.advice" />
      </h2>
      <dl>
        {wording.locales.map((locale) => (
          <div key={locale}>
            <dt>{languageName(intl.locale, locale)}</dt>
            <dd>
              {adviceIn(locale) ? (
                <span lang={locale} dir="auto">
                  {adviceIn(locale)}
                </span>
              ) : (
                <FormattedMessage id="organisation.support.advice.none" />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={`/admin/wording#${placeOf(wording.locales[0] ?? 'en', 'EMERGENCY_ADVICE')}`}>
          <FormattedMessage id="organisation.support.advice.change" />
        </Link>
      </p>
    </section>
  );
}
