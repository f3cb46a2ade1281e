/** What the palette offers for what is typed: people, things to do, pages, help, and records by the words in them. */
import { UserRound, type LucideIcon } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MenuCommand } from '@shared/ipc/contract';
import type { SearchFilter, SearchGuess, StoredOutline } from '@shared/vault/vault-api';
import { draftHref, draftsToCarryOn } from '../../features/today';
import { matches } from '../../ui/ComboBox';
import { useNames } from '../../records/use-names';
import { useRecords, useVault } from '../../vault';
import { allPlaces } from '../places';
import { foundRecords, type DraftHrefOf } from './found-records';
import type { PalettePage } from './palette-pages';
import { usePaletteCommands } from './use-palette-commands';
import { useSearch } from './use-search';

export interface PaletteAsks {
  readonly onGo: (path: string) => void;
  readonly onCommand: (command: MenuCommand) => void;
}

export interface Result {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly results: readonly Result[];
}

export interface Found {
  readonly groups: readonly Group[];
  readonly guesses: readonly SearchGuess[];
  readonly isLooking: boolean;
  readonly isComplete: boolean;
}

const maxPeople = 8;
const maxPages = 8;
const maxHelp = 4;

interface PageSearch {
  readonly found: (typed: string) => readonly PalettePage[];
}

/** Comes in with the first opening of the palette; until then there are the places. */
function usePageSearch(): PageSearch | null {
  const [search, setSearch] = useState<PageSearch | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('./palette-pages').then(({ palettePages, pagesFound }) => {
      const pages = palettePages();
      if (isWanted) setSearch({ found: (typed) => pagesFound(pages, typed) });
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return search;
}

function usePages(onGo: PaletteAsks['onGo'], typed: string, taken: ReadonlySet<string>) {
  const search = usePageSearch();
  return useMemo(() => {
    const wanted = typed.trim();
    const pages = wanted === '' || search === null ? [] : search.found(wanted);
    const result = ({ path, label, placeId }: PalettePage): Result | null => {
      const place = allPlaces.find(({ id }) => id === placeId);
      return place === undefined || taken.has(path)
        ? null
        : {
            id: path,
            label,
            detail: place.label,
            icon: place.icon,
            run: () => {
              onGo(path);
            },
          };
    };
    const some = (of: (page: PalettePage) => boolean, max: number): readonly Result[] =>
      pages
        .filter(of)
        .flatMap((page) => result(page) ?? [])
        .slice(0, max);
    const isHelp = ({ placeId, path }: PalettePage): boolean =>
      placeId === 'help' && path !== '/help/keyboard' && path !== '/help/all';
    return {
      doing: some(({ does }) => does, maxPages),
      going: some((page) => !page.does && !isHelp(page), maxPages),
      help: some(isHelp, maxHelp),
    };
  }, [search, typed, taken, onGo]);
}

function useFoundRecords(typed: string, filter: SearchFilter | null) {
  const vault = useVault();
  const nameOf = useNames();
  const { hits, guesses, isLooking, isComplete } = useSearch(typed, filter);
  const draftHrefOf = useCallback<DraftHrefOf>(
    (draft) => {
      const [open] = draftsToCarryOn([draft], {
        people: vault.records('person'),
        sessions: vault.records('supervision-session'),
        absences: vault.records('absence'),
        plans: vault.records('event-plan'),
        waves: vault.records('wellbeing-wave'),
        isThere: (kind, id) => vault.records(kind).some((record) => record.id === id),
      });
      return open === undefined ? null : draftHref(open);
    },
    [vault],
  );
  const records = useMemo(
    () => foundRecords(hits, vault, nameOf, draftHrefOf),
    [hits, vault, nameOf, draftHrefOf],
  );
  return { records, guesses, isLooking, isComplete };
}

export function usePaletteGroups(props: PaletteAsks, typed: string, filter: SearchFilter | null): Found {
  const { onGo } = props;
  const people = useRecords('person');
  const { records, guesses, isLooking, isComplete } = useFoundRecords(typed, filter);
  const { commands, places, taken } = usePaletteCommands(props);
  const pages = usePages(onGo, typed, taken);
  const groups = useMemo(() => {
    const wanted = typed.trim();
    const named = people
      .filter((person) =>
        filter === null
          ? wanted !== '' && matches(personOption(person), wanted)
          : wanted === '' && filter.personId === person.id && filter.kinds === undefined,
      )
      .slice(0, maxPeople);
    const shown = new Set<string>(named.map((person) => person.id));
    // Spelled otherwise, or narrowed: by the index.
    const hit = new Set<string>(records.filter(({ id }) => !shown.has(id)).map(({ id }) => id));
    const found = [...named, ...people.filter((person) => hit.has(person.id))].map((person) => ({
      id: person.id,
      label: person.value.name,
      detail: personOption(person).detail,
      icon: UserRound,
      run: () => {
        onGo(`/people/${person.id}`);
      },
    }));
    const asPerson = new Set<string>(found.map((person) => person.id));
    const inRecords = records
      .filter((record) => !asPerson.has(record.id))
      .map(({ id, label, detail, icon, href }) => ({
        id: `record-${id}`,
        label,
        detail,
        icon,
        run: () => {
          onGo(href);
        },
      }));
    // Narrowed, it is records that are looked for.
    const isWide = filter === null;
    const matching = (results: readonly (Result & { readonly also?: string })[]): readonly Result[] =>
      results.filter(
        ({ id, label, also = '' }) =>
          isWide && (wanted === '' || matches({ value: id, label, detail: also }, wanted)),
      );
    return [
      { id: 'people', title: 'People', results: found },
      { id: 'do', title: 'Do', results: [...matching(commands), ...(isWide ? pages.doing : [])] },
      { id: 'go', title: 'Go to', results: [...matching(places), ...(isWide ? pages.going : [])] },
      { id: 'help', title: 'Help', results: isWide ? pages.help : [] },
      { id: 'records', title: 'In your records', results: inRecords },
    ].filter((group) => group.results.length > 0);
  }, [commands, places, pages, people, records, typed, filter, onGo]);
  return { groups, guesses, isLooking, isComplete };
}

function personOption({ id, value }: StoredOutline<'person'>) {
  return { value: id, label: value.name, detail: `${value.role} ${value.team}`.trim() };
}
