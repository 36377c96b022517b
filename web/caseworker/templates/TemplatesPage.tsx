import './templates.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { FreeText } from '../ui/FreeText.tsx';
import { languageName } from '../ui/languages.ts';
import { PageHeading } from '../ui/PageHeading.tsx';
import { DeleteTemplate } from './DeleteTemplate.tsx';
import { TemplatesPageQuery } from './templates.query.ts';

type Template = ResultOf<typeof TemplatesPageQuery>['templates'][number];

/** What staff write often, to look at and to change. */
export function TemplatesPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(TemplatesPageQuery, { fetchPolicy: 'cache-and-network' });
  const [leaving, setLeaving] = useState<Template | null>(null);
  const [deleted, setDeleted] = useState<string | null>(null);
  const saved = savedName(useLocation().state);
  const title = intl.formatMessage({ id: 'templates.heading' });
  useRetryAfterSignIn(error !== undefined, () => void refetch().catch(() => undefined));

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void refetch().catch(() => undefined)} />;
  }
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="templates.lead" />
      </p>
      <p role="status" className="said">
        {deleted !== null && <FormattedMessage id="templates.deleted" values={{ name: deleted }} />}
        {deleted === null && saved !== null && (
          <FormattedMessage id="templates.saved" values={{ name: saved }} />
        )}
      </p>
      <p>
        <Link className="button" to="/templates/new">
          <FormattedMessage id="templates.new" />
        </Link>
      </p>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="templates.loading" />
        </p>
      )}
      {data?.templates.length === 0 && (
        <p className="empty">
          <FormattedMessage id="templates.none" />
        </p>
      )}
      {data?.templates.map((template) => (
        <TemplateArticle key={template.id} template={template} onDelete={() => setLeaving(template)} />
      ))}
      {leaving !== null && (
        <DeleteTemplate
          template={leaving}
          onClose={() => setLeaving(null)}
          onDeleted={() => {
            setDeleted(leaving.name);
            setLeaving(null);
            void refetch().catch(() => undefined);
          }}
        />
      )}
    </>
  );
}

function TemplateArticle({
  template,
  onDelete,
}: {
  readonly template: Template;
  readonly onDelete: () => void;
}) {
  const intl = useIntl();
  const { id, name, texts } = template;
  return (
    <article className="template" aria-labelledby={`template-${id}`}>
      <h2 id={`template-${id}`}>{name}</h2>
      {texts.map(({ locale, text }) => (
        <div key={locale}>
          <h3>{languageName(intl.locale, locale)}</h3>
          <FreeText text={text} />
        </div>
      ))}
      <div className="buttons">
        <Link className="button secondary" to={`/templates/${id}`}>
          <FormattedMessage id="templates.edit" values={{ name: <Hidden words={name} /> }} />
        </Link>
        <button type="button" className="danger" onClick={onDelete}>
          <FormattedMessage id="templates.delete" values={{ name: <Hidden words={name} /> }} />
        </button>
      </div>
    </article>
  );
}

/** Tells buttons of the same look apart for whoever hears them. */
function Hidden({ words }: { readonly words: string }) {
  return <span className="visually-hidden">{words}</span>;
}

function savedName(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return null;
  return typeof state.saved === 'string' ? state.saved : null;
}
