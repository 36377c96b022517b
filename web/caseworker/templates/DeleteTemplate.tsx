import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';

const DeleteTemplateMutation = graphql(`
  mutation DeleteTemplate($id: ID!) {
    deleteTemplate(id: $id)
  }
`);

/** Asks before a template is gone for everybody. */
export function DeleteTemplate({
  template,
  onClose,
  onDeleted,
}: {
  readonly template: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}) {
  const [remove, { loading }] = useMutation(DeleteTemplateMutation, { fetchPolicy: 'no-cache' });
  const [failure, setFailure] = useState<Failure | null>(null);

  const confirm = async () => {
    if (loading) return;
    try {
      await remove({ variables: { id: template.id } });
      onDeleted();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return (
    <SheetDialog
      role="alertdialog"
      heading={<FormattedMessage id="templates.delete.heading" values={{ name: template.name }} />}
      onClose={onClose}
    >
      <p>
        <FormattedMessage id="templates.delete.body" />
      </p>
      <div role="alert">
        {failure !== null && (
          <p className="notice notice-problem">
            <FormattedMessage id={`failure.${failure}`} />
          </p>
        )}
      </div>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          <FormattedMessage id="templates.delete.keep" />
        </button>
        <button type="button" className="danger" aria-disabled={loading} onClick={() => void confirm()}>
          <FormattedMessage id="templates.delete.button" />
        </button>
      </div>
    </SheetDialog>
  );
}
