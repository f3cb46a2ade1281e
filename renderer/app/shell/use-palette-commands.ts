/** Everything that can be done from anywhere, and the places: what the palette holds before anything is typed. */
import { CircleQuestionMark, Eye, EyeOff, FileDown, Lock, Printer, Save, Search } from 'lucide-react';
import { useMemo } from 'react';
import type { MenuCommand } from '@shared/ipc/contract';
import { namings } from '@shared/records/today-settings/today-settings';
import { namingWords } from '../../records/naming-words';
import { useNaming } from '../../records/use-naming';
import { keysOf } from '../commands';
import { pagesByPlace, type AppPage } from '../pages';
import { allPlaces } from '../places';
import { newThings } from './new-things';
import type { PaletteAsks, Result } from './use-palette-groups';

type Command = Result & { readonly also?: string };

/** Those that have no page of their own to go to. */
const doable = [
  { command: 'save-now', label: 'Keep what is typed, now', also: 'save draft', icon: Save },
  { command: 'find-here', label: 'Find on this page', also: 'search', icon: Search },
  { command: 'print', label: 'Print this page', also: 'paper', icon: Printer },
  { command: 'export', label: 'Save this page as a file', also: 'export pdf csv', icon: FileDown },
  { command: 'help', label: 'Help for this page', also: 'how', icon: CircleQuestionMark },
  { command: 'curtain', label: 'Hide screen', also: 'curtain', icon: EyeOff },
  { command: 'lock', label: 'Lock', also: 'close sign out', icon: Lock },
] as const satisfies readonly (Pick<Command, 'label' | 'also' | 'icon'> & {
  readonly command: MenuCommand;
})[];

/** The page has its focus back by then: what looks at the page, or moves the focus in it, has to wait for that. */
function onceClosed(run: () => void): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(run);
  });
}

const otherWords = new Map<string, string>(
  Object.entries(pagesByPlace).flatMap(([place, pages]) =>
    (pages as readonly AppPage[]).map(({ path, label, also = '' }) => [
      `/${place}${path}`,
      `${label} ${also}`,
    ]),
  ),
);

export function usePaletteCommands({ onGo, onCommand }: PaletteAsks): {
  readonly commands: readonly Command[];
  readonly places: readonly Result[];
  /** Paths that stand among the commands already. */
  readonly taken: ReadonlySet<string>;
} {
  const { naming, change } = useNaming();
  return useMemo(
    () => ({
      commands: [
        ...newThings.map((thing) => ({
          id: thing.path,
          label: `New ${thing.label.toLowerCase()}`,
          also: otherWords.get(thing.path) ?? '',
          keys: thing.keys,
          icon: thing.icon,
          run: () => {
            onGo(thing.path);
          },
        })),
        ...doable.map(({ command, label, also, icon }) => ({
          id: `do-${command}`,
          label,
          also,
          keys: keysOf(command),
          icon,
          run: () => {
            if (command === 'curtain' || command === 'lock') onCommand(command);
            else
              onceClosed(() => {
                onCommand(command);
              });
          },
        })),
        ...namings
          .filter((each) => each !== naming)
          .map((each) => ({
            id: `naming-${each}`,
            label: namingWords[each].ask,
            also: 'share safe screen',
            icon: each === 'names' ? Eye : EyeOff,
            run: () => {
              change(each);
            },
          })),
      ],
      places: allPlaces.map((place) => ({
        id: `go-${place.id}`,
        label: place.label,
        keys: place.id === 'help' ? undefined : keysOf(place.id),
        icon: place.icon,
        run: () => {
          onGo(`/${place.id}`);
        },
      })),
      taken: new Set<string>(newThings.map(({ path }) => path)),
    }),
    [onGo, onCommand, naming, change],
  );
}
