import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { RedactionDoubt } from '@shared/disclosure/redaction-doubts';
import type { Roster } from '@shared/disclosure/redaction-roster';
import {
  applyReview,
  confirmWords,
  reviewedTextMax,
  typedWords,
  type ReviewedWords,
} from '@shared/disclosure/reviewed-words';
import { useToday } from '../platform';
import { Checkbox, TextField } from '../ui';
import { FindingsList } from './FindingsList';
import { LeavingText } from './LeavingText';
import { OnlyReaders } from './OnlyReaders';
import styles from './redaction.module.css';
import { TakeOutField } from './TakeOutField';
import { useSelectedWords } from './use-selected-words';

export interface OwnWordsProps {
  /** Of the text box. The tick below it is `<name>-read`: a form's summary leads to either. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: ReviewedWords;
  readonly onChange: (value: ReviewedWords) => void;
  readonly roster: Roster;
  readonly error?: string | undefined;
  readonly rows?: number | undefined;
}

/** The text is looked over once typing pauses. */
const pauseMs = 200;

/**
 * A text box for words that leave, and beside it the words as they will leave. The form holds the value and its draft;
 * the words may leave once `confirmedOn` is set, and any change takes that back.
 */
export function OwnWords(props: OwnWordsProps) {
  const { name, label, value, onChange, roster } = props;
  const today = useToday();
  const [doubts, setDoubts] = useState<readonly RedactionDoubt[]>([]);
  const [more, setMore] = useState('');
  const [isCut, setCut] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useSelectedWords(root, setMore);

  useEffect(() => {
    const timer = setTimeout(() => {
      const review = applyReview(value.source, roster, value);
      setDoubts(review.doubts);
      if (JSON.stringify(review.words) !== JSON.stringify(value)) onChange(review.words);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, roster, onChange]);

  // A long text is drawn again behind the typing, not before each letter.
  const shown = useDeferredValue(value);
  const parts = useMemo(() => [{ id: name, label: '', words: shown, doubts }], [name, shown, doubts]);
  const source = useRef(value.source);
  useEffect(() => {
    source.current = value.source;
  }, [value.source]);
  const change = useCallback(
    (_id: string, words: ReviewedWords): void => {
      // Of a list that is a letter behind, nothing is taken: it would put the text back.
      if (words.source === source.current) onChange(applyReview(words.source, roster, words).words);
    },
    [roster, onChange],
  );
  const isEmpty = value.source.trim() === '';
  return (
    <div className={styles.ownWords}>
      <div ref={root} className={styles.sideBySide}>
        <TextField
          name={name}
          label={label}
          hint={props.hint}
          multiline
          rows={props.rows ?? 8}
          value={value.source}
          error={props.error}
          warning={isCut ? 'This holds 20,000 characters. What comes after them is not here.' : undefined}
          onChange={(typed) => {
            setCut(typed.length > reviewedTextMax);
            onChange(typedWords(value, typed.slice(0, reviewedTextMax)));
          }}
        />
        {!isEmpty && (
          <div role="group" aria-label={`As it will leave: ${label}`}>
            <p className={styles.paperTitle}>As it will leave</p>
            <div className={styles.paper}>
              <LeavingText words={shown} />
            </div>
          </div>
        )}
      </div>
      {!isEmpty && (
        <>
          <FindingsList parts={parts} onChange={change} />
          <TakeOutField
            name={`${name}-more`}
            hint="Select them in the text, or type them. They go wherever they stand"
            parts={parts}
            value={more}
            onTyped={setMore}
            onChange={change}
          />
          <OnlyReaders />
          <Checkbox
            name={`${name}-read`}
            isSelected={value.confirmedOn !== null}
            onChange={(isRead) => {
              // Looked over at once: a tick is for the words that stand there, not for what the pause still hides.
              change(name, confirmWords(value, isRead ? today : null));
            }}
          >
            I have read it. Nobody can be recognised by it.
          </Checkbox>
        </>
      )}
    </div>
  );
}
