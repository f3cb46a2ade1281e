/** The sheets' keeper, and a sealed draft of what is not saved: wrong cells, and the one that is being typed into. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useDraft, useVault } from '../../../vault';
import { cellKey, createHandKeeper, type HandCell, type HandKeeper, type HandState } from './hand-keeper';

/** Most cells are left sooner: those never become a draft. With the draft's own half second it is less than one. */
const draftAfterMs = 400;

interface Typing {
  readonly key: string;
  readonly text: string;
}
type DraftCells = Readonly<Record<string, string>>;

function cellsOf(fields: Record<string, unknown> | null): ReadonlyMap<string, string> {
  const cells: unknown = fields?.['cells'];
  if (typeof cells !== 'object' || cells === null) return new Map();
  return new Map(
    Object.entries(cells).flatMap(([key, text]: [string, unknown]) =>
      typeof text === 'string' ? [[key, text] as const] : [],
    ),
  );
}

export interface HandKeeperHandle {
  readonly keeper: HandKeeper;
  readonly state: HandState;
  /** The cell that is being typed into, with each key; null once it is left. */
  readonly noteTyping: (cell: HandCell, text: string | null) => void;
}

export function useHandKeeper(): HandKeeperHandle {
  const vault = useVault();
  const [fields, setFields] = useState<{ readonly cells: DraftCells }>({ cells: {} });
  const [typing, setTyping] = useState<Typing | null>(null);
  const latest = useRef<Typing | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Stands before the draft's own way to seal itself on a lock, so that the last key is in it.
  useEffect(
    () =>
      vault.beforeLock(() => {
        flushSync(() => {
          setTyping(latest.current);
        });
        return Promise.resolve();
      }),
    [vault],
  );
  const draft = useDraft('month-figures', null, 'Figures typed by hand', fields, true);
  const [keeper] = useState(() => createHandKeeper(vault, cellsOf(draft.restored)));
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);

  const wanted = useMemo(() => {
    const cells = [...state.typed].map(([key, { text }]): [string, string] => [key, text]);
    return { cells: Object.fromEntries(typing === null ? cells : [...cells, [typing.key, typing.text]]) };
  }, [state.typed, typing]);
  const [drawn, setDrawn] = useState<typeof wanted | null>(null);
  if (drawn !== wanted) {
    // Before anything is drawn: the draft must not see the sheets empty while they hold what it restored.
    setDrawn(wanted);
    setFields(wanted);
  }

  const noteTyping = useCallback((cell: HandCell, text: string | null) => {
    clearTimeout(timer.current);
    latest.current = text === null ? null : { key: cellKey(cell), text };
    if (text === null) setTyping(null);
    else
      timer.current = setTimeout(() => {
        setTyping(latest.current);
      }, draftAfterMs);
  }, []);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return { keeper, state, noteTyping };
}
