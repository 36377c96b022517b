import { FormattedMessage } from 'react-intl';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { KeyNames } from './KeyNames.tsx';
import { SHORTCUTS } from './shortcuts.ts';

/** All keys on one sheet. */
export function ShortcutSheet({
  hasSingleKeys,
  onClose,
}: {
  readonly hasSingleKeys: boolean;
  readonly onClose: () => void;
}) {
  return (
    <SheetDialog heading={<FormattedMessage id="keyboard.sheet.heading" />} onClose={onClose}>
      <p>
        <FormattedMessage id={hasSingleKeys ? 'keyboard.sheet.where' : 'keyboard.sheet.off'} />
      </p>
      <dl className="shortcut-list">
        {SHORTCUTS.map(({ command, keys }) => (
          <div key={command}>
            <dt>
              <KeyNames keys={keys} />
            </dt>
            <dd>
              <FormattedMessage id={`command.${command}`} />
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>
              <FormattedMessage id="keyboard.key.send" />
            </kbd>
          </dt>
          <dd>
            <FormattedMessage id="command.send" />
          </dd>
        </div>
        <div>
          <dt>
            <kbd>
              <FormattedMessage id="keyboard.key.palette" />
            </kbd>
          </dt>
          <dd>
            <FormattedMessage id="command.palette" />
          </dd>
        </div>
        <div>
          <dt>
            <kbd>;;</kbd>
          </dt>
          <dd>
            <FormattedMessage id="command.templates" />
          </dd>
        </div>
      </dl>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          <FormattedMessage id="dialog.close" />
        </button>
      </div>
    </SheetDialog>
  );
}
