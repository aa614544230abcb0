import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';

export interface MenuAction {
  readonly key: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly note?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly onAction: (key: string) => void;
}

/** A list of actions behind a button. */
export function Menu({ trigger, label, actions, onAction }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="k-popover" placement="bottom end">
        <AriaMenu aria-label={label} className="k-menu" onAction={(key) => onAction(String(key))} disabledKeys={actions.filter((action) => action.isDisabled).map((action) => action.key)}>
          {actions.map(({ key, label: words, icon: Icon, note, isDanger }) => (
            <MenuItem key={key} id={key} textValue={words} className="k-menu-item" data-danger={isDanger === true ? '' : undefined}>
              {Icon === undefined ? <span /> : <Icon size={18} aria-hidden />}
              <Text slot="label">{words}</Text>
              {note !== undefined && <Text slot="description">{note}</Text>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
