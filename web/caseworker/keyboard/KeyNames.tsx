import { FormattedMessage } from 'react-intl';

/** Keys as they are printed on a keyboard, one after the other. */
export function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="keys">
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && (
            <>
              {' '}
              <FormattedMessage id="keyboard.then" />{' '}
            </>
          )}
          <kbd>{key === 'Escape' ? <FormattedMessage id="keyboard.key.escape" /> : key}</kbd>
        </span>
      ))}
    </span>
  );
}
