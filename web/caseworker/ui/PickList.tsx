import {
  Autocomplete,
  Input,
  Label,
  Menu,
  MenuItem,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { FormattedMessage } from 'react-intl';

/** One thing that can be picked. */
export interface Pickable {
  readonly id: string;
  readonly text: string;
  /** Said beside it. */
  readonly aside?: string | undefined;
}

/** A field that narrows a list as one writes, and the list: arrows move, Enter picks. */
export function PickList({
  label,
  items,
  onPick,
}: {
  readonly label: string;
  readonly items: readonly Pickable[];
  readonly onPick: (id: string) => void;
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField className="field" autoFocus>
        <Label>{label}</Label>
        <Input />
      </SearchField>
      <Menu
        className="pick-list"
        aria-label={label}
        items={items}
        onAction={(key) => onPick(String(key))}
        renderEmptyState={() => (
          <span className="hint">
            <FormattedMessage id="pick.none" />
          </span>
        )}
      >
        {(item: Pickable) => (
          <MenuItem textValue={item.text}>
            <Text slot="label">{item.text}</Text>
            {item.aside !== undefined && <Text slot="description">{item.aside}</Text>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
