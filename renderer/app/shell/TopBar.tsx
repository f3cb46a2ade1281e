import { CircleCheck, EyeOff, Lock, Menu as MenuIcon, Plus, Search } from 'lucide-react';
import type { MenuCommand } from '@shared/ipc/contract';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { chordText, useFormatTime } from '../../platform';
import { cx } from '../../ui';
import { buttonClass } from '../../ui/Button';
import overlay from '../../ui/overlay.module.css';
import { useLastSavedAt } from '../../vault';
import { allPlaces } from '../places';
import { LateLine } from './LateLine';
import { newThings } from './new-things';
import styles from './shell.module.css';

export interface TopBarProps {
  readonly onCommand: (command: MenuCommand) => void;
  readonly onGo: (path: string) => void;
  readonly isNewOpen: boolean;
  readonly onNewOpenChange: (isOpen: boolean) => void;
}

function SaveStatus() {
  const savedAt = useLastSavedAt();
  const time = useFormatTime();
  return (
    <span className={styles.saved}>
      <CircleCheck aria-hidden="true" />
      {savedAt === null ? 'All saved' : `All saved ${time(savedAt)}`}
    </span>
  );
}

/** The whole rail as a menu, where the window is too narrow for the rail itself. */
function NarrowMenu(props: Pick<TopBarProps, 'onCommand' | 'onGo'>) {
  return (
    <MenuTrigger>
      <AriaButton className={cx(buttonClass('secondary', undefined), styles.menuButton)}>
        <MenuIcon aria-hidden="true" />
        Menu
      </AriaButton>
      <Popover className={overlay.popover ?? ''} placement="bottom start">
        <Menu className={overlay.menu ?? ''} aria-label="Places">
          {allPlaces.map((place) => (
            <MenuItem
              key={place.id}
              id={place.id}
              textValue={place.label}
              className={overlay.menuItem ?? ''}
              onAction={() => {
                props.onGo(`/${place.id}`);
              }}
            >
              <place.icon aria-hidden="true" />
              {place.label}
            </MenuItem>
          ))}
          <MenuItem
            id="curtain"
            className={overlay.menuItem ?? ''}
            textValue="Hide screen"
            onAction={() => {
              props.onCommand('curtain');
            }}
          >
            <EyeOff aria-hidden="true" />
            Hide screen
          </MenuItem>
          <MenuItem
            id="lock"
            className={overlay.menuItem ?? ''}
            textValue="Lock"
            onAction={() => {
              props.onCommand('lock');
            }}
          >
            <Lock aria-hidden="true" />
            Lock
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function TopBar(props: TopBarProps) {
  return (
    <header className={styles.topbar} data-print="no" data-region="topbar">
      <div className={styles.topbarIn}>
        <NarrowMenu {...props} />
        <button
          type="button"
          className={styles.find}
          aria-haspopup="dialog"
          onClick={() => {
            props.onCommand('find');
          }}
        >
          <Search aria-hidden="true" />
          <span>
            Find<span className={styles.long}> anything</span>
          </span>
          <kbd>{chordText('Ctrl K')}</kbd>
        </button>
        <LateLine />
        <SaveStatus />
        <MenuTrigger isOpen={props.isNewOpen} onOpenChange={props.onNewOpenChange}>
          <AriaButton className={cx(buttonClass('secondary', undefined), styles.new)}>
            <Plus aria-hidden="true" />
            New
          </AriaButton>
          <Popover className={overlay.popover ?? ''} placement="bottom end">
            <Menu className={overlay.menu ?? ''} aria-label="New">
              {newThings.map((thing) => (
                <MenuItem
                  key={thing.path}
                  id={thing.path}
                  textValue={thing.label}
                  className={overlay.menuItem ?? ''}
                  onAction={() => {
                    props.onGo(thing.path);
                  }}
                >
                  <thing.icon aria-hidden="true" />
                  {thing.label}
                  {thing.keys !== undefined && <kbd>{chordText(thing.keys)}</kbd>}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </header>
  );
}
