import { EyeOff, FileUp, Lock, Search, UserRound, type LucideIcon } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MenuCommand } from '@shared/ipc/contract';
import type { SearchFilter, SearchGuess, StoredOutline } from '@shared/vault/vault-api';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { draftHref, draftsToCarryOn } from '../../features/today';
import { chordText, useToday } from '../../platform';
import { VisuallyHidden } from '../../ui';
import { matches } from '../../ui/ComboBox';
import overlay from '../../ui/overlay.module.css';
import { useNames } from '../../records/use-names';
import { useRecords, useVault } from '../../vault';
import { allPlaces, railPlaces } from '../places';
import { foundRecords, type DraftHrefOf } from './found-records';
import { newThings } from './new-things';
import { filterOf, guessText, noFilter } from './palette-filter';
import { PaletteFilters } from './PaletteFilters';
import styles from './shell.module.css';
import { useSearch } from './use-search';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onGo: (path: string) => void;
  readonly onCommand: (command: MenuCommand) => void;
}

/**
 * A combobox with its list always open: so the list may scroll without being a Tab stop. Autocomplete adds
 * aria-controls itself; told together, for the linter would ask for it where they stand as attributes.
 */
const combobox = { role: 'combobox', 'aria-expanded': 'true', 'aria-haspopup': 'listbox' } as const;

interface Result {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly results: readonly Result[];
}

const maxPeople = 8;

interface Found {
  readonly groups: readonly Group[];
  readonly guesses: readonly SearchGuess[];
  readonly isLooking: boolean;
  readonly isComplete: boolean;
}

function useGroups(props: PaletteProps, typed: string, filter: SearchFilter | null): Found {
  const { onGo, onCommand } = props;
  const vault = useVault();
  const nameOf = useNames();
  const people = useRecords('person');
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
  const fixed = useMemo<readonly Group[]>(
    () => [
      {
        id: 'do',
        title: 'Do',
        results: [
          ...newThings.map((thing) => ({
            id: thing.path,
            label: `New ${thing.label.toLowerCase()}`,
            keys: thing.keys,
            icon: thing.icon,
            run: () => {
              onGo(thing.path);
            },
          })),
          {
            id: 'import',
            label: 'Bring in people from a spreadsheet',
            icon: FileUp,
            run: () => {
              onGo('/people/import');
            },
          },
          {
            id: 'curtain',
            label: 'Hide screen',
            keys: 'Ctrl Shift H',
            icon: EyeOff,
            run: () => {
              onCommand('curtain');
            },
          },
          {
            id: 'lock',
            label: 'Lock',
            keys: 'Ctrl L',
            icon: Lock,
            run: () => {
              onCommand('lock');
            },
          },
        ],
      },
      {
        id: 'go',
        title: 'Go to',
        results: allPlaces.map((place) => {
          const index = railPlaces.indexOf(place);
          return {
            id: `go-${place.id}`,
            label: place.label,
            keys: index < 0 ? undefined : `Ctrl ${String(index + 1)}`,
            icon: place.icon,
            run: () => {
              onGo(`/${place.id}`);
            },
          };
        }),
      },
    ],
    [onGo, onCommand],
  );
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
    const rest = fixed.map((group) => ({
      ...group,
      // Narrowed, it is records that are looked for.
      results: group.results.filter(
        (result) =>
          filter === null && (wanted === '' || matches({ value: result.id, label: result.label }, wanted)),
      ),
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
    return [
      { id: 'people', title: 'People', results: found },
      ...rest,
      { id: 'records', title: 'In your records', results: inRecords },
    ].filter((group) => group.results.length > 0);
  }, [fixed, people, records, typed, filter, onGo]);
  return { groups, guesses, isLooking, isComplete };
}

function personOption({ id, value }: StoredOutline<'person'>) {
  return { value: id, label: value.name, detail: `${value.role} ${value.team}`.trim() };
}

/** Ctrl+K: everything that can be done, every place, people by name, role or team, and records by any words in them. */
export function Palette(props: PaletteProps) {
  const { isOpen, onOpenChange } = props;
  return (
    <ModalOverlay className={overlay.scrim ?? ''} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={styles.palette ?? ''}>
        <Dialog className={styles.paletteDialog ?? ''} aria-label="Find anything">
          <PaletteBody {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody(props: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [fields, setFields] = useState(noFilter);
  const [isNarrowing, setNarrowing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const today = useToday();
  const filter = useMemo(() => filterOf(fields, today), [fields, today]);
  const { groups, guesses, isLooking, isComplete } = useGroups(props, typed, filter);
  const said = guesses.map(guessText).join(' ');
  const count = groups.reduce((sum, group) => sum + group.results.length, 0);
  return (
    <>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <div className={styles.query}>
          <TextField
            className={styles.queryField ?? ''}
            aria-label="Find a person, a place, a thing to do or words in your records"
            autoFocus
          >
            <Search className={styles.queryIcon} aria-hidden="true" />
            <Input ref={input} placeholder="" {...combobox} />
          </TextField>
        </div>
        {said !== '' && <p className={styles.guess}>{said}</p>}
        <div className={styles.resultsIn}>
          <ListBox
            items={groups}
            aria-label="Results"
            className={styles.results ?? ''}
            selectionMode="none"
            renderEmptyState={() => (
              <div className={styles.noResult}>
                {isLooking || !isComplete ? 'Looking…' : noMatches(filter !== null)}
              </div>
            )}
            onAction={(key) => {
              const result = groups.flatMap((group) => group.results).find((each) => each.id === key);
              if (result === undefined) return;
              props.onOpenChange(false);
              result.run();
            }}
          >
            {(group: Group) => (
              <ListBoxSection id={group.id} className={styles.group ?? ''}>
                <Header className={styles.groupTitle ?? ''}>{group.title}</Header>
                <Collection items={group.results}>
                  {(result: Result) => (
                    <ListBoxItem id={result.id} textValue={result.label} className={styles.result ?? ''}>
                      <result.icon aria-hidden="true" />
                      <span>
                        {result.label}
                        {result.detail !== undefined && (
                          <>
                            {' '}
                            <span className={styles.resultDetail}>{result.detail}</span>
                          </>
                        )}
                      </span>
                      {result.keys !== undefined && <kbd>{chordText(result.keys)}</kbd>}
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </div>
      </Autocomplete>
      {/* Not within the Autocomplete, whose keys are for the words; the style puts it between words and results. */}
      <PaletteFilters
        fields={fields}
        onChange={setFields}
        isOpen={isNarrowing}
        onOpenChange={(isOpen) => {
          setNarrowing(isOpen);
          if (!isOpen) input.current?.focus();
        }}
      />
      <VisuallyHidden>
        <span role="status">
          {(typed === '' && filter === null) || isLooking ? '' : `${said} ${String(count)} found`.trim()}
        </span>
      </VisuallyHidden>
      {!isComplete && <p className={styles.noResult}>Older records are still being read. More may come.</p>}
      <div className={styles.hintBar} aria-hidden="true">
        <span>Arrow keys to move</span>
        <span>Enter to open</span>
        <span>Esc to close</span>
      </div>
    </>
  );
}

function noMatches(isNarrowed: boolean): string {
  return isNarrowed ? 'No matches in what you narrowed to.' : 'No matches. Try a role or a place.';
}
