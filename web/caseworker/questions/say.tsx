import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from '../../shared/messages/reporter/catalog.ts';

/**
 * A sentence of the portal. react-intl's types hang on one catalog, that of the dashboard; inside a preview stands the
 * other one, and its ids are checked here.
 */
export function Say({
  id,
  values = {},
}: {
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
}): ReactNode {
  const { formatMessage } = useIntl();
  return (formatMessage as (message: { id: MessageId }, values: object) => ReactNode)({ id }, values);
}
