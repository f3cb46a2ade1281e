import { Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
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
import { chordText, useToday } from '../../platform';
import { VisuallyHidden } from '../../ui';
import overlay from '../../ui/overlay.module.css';
import { filterOf, guessText, noFilter } from './palette-filter';
import { PaletteFilters } from './PaletteFilters';
import styles from './shell.module.css';
import { usePaletteGroups, type Group, type PaletteAsks, type Result } from './use-palette-groups';

export interface PaletteProps extends PaletteAsks {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/**
 * A combobox with its list always open: so the list may scroll without being a Tab stop. Autocomplete adds
 * aria-controls itself; told together, for the linter would ask for it where they stand as attributes.
 */
const combobox = { role: 'combobox', 'aria-expanded': 'true', 'aria-haspopup': 'listbox' } as const;

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
  const { groups, guesses, isLooking, isComplete } = usePaletteGroups(props, typed, filter);
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
