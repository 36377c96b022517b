import './templates.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { TemplatesPageQuery } from './templates.query.ts';

/** One template, new or to be changed. */
export function TemplatePage() {
  const { templateId } = useParams();
  // Not what was kept from before: saving that is refused where somebody changed it since.
  const { data, error, refetch } = useQuery(TemplatesPageQuery, { fetchPolicy: 'no-cache' });
  // Drawn once, so that saving twice makes one template.
  const [newId] = useState(() => crypto.randomUUID());
  const isNew = templateId === undefined;
  const template = data?.templates.find(({ id }) => id === templateId) ?? null;
  const title = useIntl().formatMessage({ id: isNew ? 'templates.new' : 'templates.change' });

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void refetch().catch(() => undefined)} />;
  }
  return (
    <>
      <p>
        <Link className="back" to="/templates">
          <FormattedMessage id="templates.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="templates.loading" />
        </p>
      )}
      {data !== undefined && !isNew && template === null && (
        <p>
          <FormattedMessage id="templates.gone" />
        </p>
      )}
      {data !== undefined && (isNew || template !== null) && (
        <TemplateForm
          key={template?.id ?? newId}
          id={template?.id ?? newId}
          template={template}
          locales={data.organisation.locales}
        />
      )}
    </>
  );
}
