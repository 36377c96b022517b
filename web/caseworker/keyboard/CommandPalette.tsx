import { FormattedMessage, useIntl } from 'react-intl';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';
import { PickList } from '../ui/PickList.tsx';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { type CommandName, SHORTCUTS } from './shortcuts.ts';

/** These move about; picked from a list they would mean nothing. */
const UNLISTED: ReadonlySet<CommandName> = new Set(['palette', 'next', 'previous', 'select']);

/** What can be done here, to be picked by name. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl();
  const { commands } = useDashboard();
  const names = useStore(commands).filter((name) => !UNLISTED.has(name));

  return (
    <SheetDialog heading={<FormattedMessage id="keyboard.palette.heading" />} onClose={onClose}>
      <PickList
        label={intl.formatMessage({ id: 'keyboard.palette.label' })}
        items={names.map((name) => ({
          id: name,
          text: intl.formatMessage({ id: `command.${name}` }),
          aside: SHORTCUTS.find(({ command }) => command === name)?.keys.join(' '),
        }))}
        onPick={(picked) => {
          const name = names.find((candidate) => candidate === picked);
          onClose();
          // What it opens comes after this dialog has given the focus back.
          if (name !== undefined) setTimeout(() => commands.run(name));
        }}
      />
    </SheetDialog>
  );
}
