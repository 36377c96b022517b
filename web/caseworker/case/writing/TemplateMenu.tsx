import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { FormattedMessage } from 'react-intl';
import type { ReadyTemplate } from './use-templates.ts';

/** The templates behind a button, for whoever does not know of `;;`. Nothing where there are none. */
export function TemplateMenu({
  templates,
  onPick,
}: {
  readonly templates: readonly ReadyTemplate[];
  readonly onPick: (template: ReadyTemplate) => void;
}) {
  if (templates.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="secondary">
        <FormattedMessage id="templates.insert" />
      </Button>
      <Popover className="popover">
        <Menu
          autoFocus="first"
          className="menu"
          onAction={(key) => {
            const template = templates.find(({ id }) => id === key);
            // The menu gives the focus back first.
            if (template !== undefined) setTimeout(() => onPick(template));
          }}
        >
          {templates.map(({ id, name }) => (
            <MenuItem key={id} id={id}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
