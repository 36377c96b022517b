import { FormattedMessage } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { DeleteDialog } from '../ui/DeleteDialog.tsx';

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
  const remove = useAct(DeleteTemplateMutation);
  return (
    <DeleteDialog
      heading={<FormattedMessage id="templates.delete.heading" values={{ name: template.name }} />}
      body={<FormattedMessage id="templates.delete.body" />}
      button={<FormattedMessage id="templates.delete.button" />}
      onDelete={async () => {
        const { failure } = await remove({ id: template.id });
        if (failure === null) onDeleted();
        return failure;
      }}
      onClose={onClose}
    />
  );
}
