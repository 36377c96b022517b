import { FormattedMessage } from 'react-intl';
import { assertNever } from '../../../shared/assert-never.ts';
import type { BulkAct } from './bulk-queue.ts';

/** What is done with each case, as the beginning of a sentence. */
export function BulkActWords({ act }: { readonly act: BulkAct }) {
  switch (act.kind) {
    case 'assign':
      if (act.to === null) return <FormattedMessage id="bulk.act.unassign" />;
      return <FormattedMessage id="bulk.act.assign" values={{ name: act.to.name }} />;
    case 'status':
      return (
        <FormattedMessage
          id="bulk.act.status"
          values={{ status: <FormattedMessage id={`case.status.${act.to}`} /> }}
        />
      );
    case 'label':
      return (
        <FormattedMessage
          id={act.isOn ? 'bulk.act.label' : 'bulk.act.unlabel'}
          values={{ label: act.label.text }}
        />
      );
    default:
      return assertNever(act);
  }
}
