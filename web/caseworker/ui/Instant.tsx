import { useIntl } from 'react-intl';

/** When a member of staff did something: day and time on this computer. Never about reporters, who have days. */
export function Instant({ at }: { readonly at: string }) {
  const intl = useIntl();
  const words = intl.formatDate(at, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return <time dateTime={at}>{words}</time>;
}
