import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { type CaseMove, type CaseStatus, movesFrom } from './statuses.ts';

/** A button that opens the statuses a case can be moved to. @param status null for several cases at once. */
export function StatusMenu({
  status,
  isOpen,
  onOpenChange,
  onPick,
}: {
  readonly status: CaseStatus | null;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onPick: (to: CaseMove) => void;
}) {
  const intl = useIntl();
  const moves = movesFrom(status);
  const words = (move: CaseMove) =>
    intl.formatMessage({ id: status === 'CLOSED' ? 'status.reopen' : `status.to.${move}` });
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="secondary">
        <FormattedMessage id="status.button" />
      </Button>
      <Popover className="popover">
        <Menu
          autoFocus="first"
          className="menu"
          onAction={(key) => {
            const move = moves.find((candidate) => candidate === key);
            if (move !== undefined) onPick(move);
          }}
        >
          {moves.map((move) => (
            <MenuItem key={move} id={move} textValue={words(move)}>
              {words(move)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
