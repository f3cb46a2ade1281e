import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { buttonClass } from './Button';
import overlay from './overlay.module.css';

export interface MoreMenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onAction: () => void;
}

/** What is done now and then on a page: behind one button, whose name is the menu's, so that what is done often stands out. */
export function MoreMenu(props: { readonly items: readonly MoreMenuItem[] }) {
  return <ButtonMenu label="More" icon={<Ellipsis aria-hidden="true" />} items={props.items} />;
}

/** Several ways to do one thing, behind a button of its name. */
export function ButtonMenu(props: {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly size?: 'small';
  /** Where one of these stands in every row: what it is about too. Begins with the label. */
  readonly 'aria-label'?: string | undefined;
  readonly items: readonly MoreMenuItem[];
}) {
  return (
    <MenuTrigger>
      <AriaButton className={buttonClass('quiet', props.size)} aria-label={props['aria-label']}>
        {props.icon}
        {props.label}
      </AriaButton>
      <Popover className={overlay.popover ?? ''} placement="bottom end">
        <Menu className={overlay.menu ?? ''}>
          {props.items.map(({ label, icon, onAction }) => (
            <MenuItem
              key={label}
              id={label}
              textValue={label}
              className={overlay.menuItem ?? ''}
              onAction={onAction}
            >
              {icon}
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
