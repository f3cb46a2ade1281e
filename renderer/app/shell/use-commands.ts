/** What each command does while the vault is open, and the keys that ask for it. */
import { useCallback, useLayoutEffect } from 'react';
import type { MenuCommand } from '@shared/ipc/contract';
import { namingWords } from '../../records/naming-words';
import { useNaming } from '../../records/use-naming';
import { desktop, isMac } from '../../platform';
import { useToast } from '../../ui';
import { saveDraftsNow } from '../../vault';
import { commandOf, routeOf } from '../commands';
import { exportPage, findOnPage, printPage } from './page-actions';

export interface CommandTargets {
  readonly onLock: () => void;
  readonly onCurtain: () => void;
  readonly onFind: () => void;
  readonly onNew: () => void;
  readonly onHelp: () => void;
  readonly onGo: (path: string) => void;
}

export function useCommands(targets: CommandTargets): (command: MenuCommand) => void {
  const { onLock, onCurtain, onFind, onNew, onHelp, onGo } = targets;
  const toast = useToast();
  const { naming, change } = useNaming();
  return useCallback(
    (command: MenuCommand) => {
      switch (command) {
        case 'lock':
          onLock();
          break;
        case 'curtain':
          onCurtain();
          break;
        case 'find':
          onFind();
          break;
        case 'find-here':
          if (!findOnPage()) onFind();
          break;
        case 'new':
          onNew();
          break;
        case 'help':
          onHelp();
          break;
        case 'save-now':
          saveDraftsNow();
          toast({ text: 'What you typed is kept. A form is a record once you save it.' });
          break;
        case 'print':
          if (!printPage())
            toast({ text: 'This page has no print of its own. Reports, plans and agreements have one.' });
          break;
        case 'export':
          if (!exportPage()) onGo('/reports');
          break;
        case 'share-safe': {
          const next = naming === 'names' ? 'roles' : 'names';
          change(next);
          toast({ text: `Today: ${namingWords[next].now.toLowerCase()}.` });
          break;
        }
        default: {
          const route = routeOf(command);
          if (route !== undefined) onGo(route);
        }
      }
    },
    [onLock, onCurtain, onFind, onNew, onHelp, onGo, toast, naming, change],
  );
}

/** In the layout phase: a key pressed as soon as the page is drawn must not go past it. */
export function useCommandKeys(run: (command: MenuCommand) => void, onNextRegion: (isBack: boolean) => void) {
  useLayoutEffect(
    () =>
      desktop.on('menu.command', ({ command }) => {
        run(command);
      }),
    [run],
  );
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F6') {
        event.preventDefault();
        onNextRegion(event.shiftKey);
        return;
      }
      const command = commandOf(event, isMac);
      if (command === null) return;
      // The same chord is in the menu bar: handled here, it does not reach it.
      event.preventDefault();
      event.stopPropagation();
      run(command);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [run, onNextRegion]);
}
