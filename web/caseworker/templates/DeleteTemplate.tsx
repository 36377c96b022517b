import { FormattedMessage } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

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
    <ConfirmDialog
      heading={<FormattedMessage id="templates.delete.heading" values={{ name: template.name }} />}
      body={<FormattedMessage id="templates.delete.body" />}
      keep={<FormattedMessage id="templates.delete.keep" />}
      button={<FormattedMessage id="templates.delete.button" />}
      perform={async () => {
        const { failure } = await remove({ id: template.id });
        return failure && <FormattedMessage id={`failure.${failure}`} />;
      }}
      onClose={onClose}
      onDone={onDeleted}
    />
  );
}
