import { Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import { keepSpan, putBack, takeOutWords, type ReviewedWords } from '@shared/disclosure/reviewed-words';
import { Button, ButtonMenu, Row, RowList } from '../ui';
import { countWords, doubtWords, keptWords, kindWords, reasonsFor, reasonWords } from './redaction-words';
import styles from './redaction.module.css';
import {
  countsOf,
  doubtRows,
  foundRows,
  type DoubtRow,
  type FoundRow,
  type ReviewedPart,
} from './review-rows';

type Change = (id: string, words: ReviewedWords) => void;

/** Longer lists open by choice: what stands first is what matters most. */
const shownAtFirst = 6;

/** What was taken out, each with a way to keep it, and what to look at twice, each with a way to take it out. */
export const FindingsList = memo(function FindingsList(props: {
  readonly parts: readonly ReviewedPart[];
  readonly onChange: Change;
}) {
  const { parts, onChange } = props;
  const panel = useRef<HTMLDivElement>(null);
  const { taken, kept } = countsOf(parts);

  /** A row that goes takes its button with it: the focus goes on to the next one. */
  const leave = (button: Element | null, change: () => void): void => {
    const row = button?.closest('li') ?? null;
    const next = row?.nextElementSibling ?? row?.previousElementSibling ?? null;
    change();
    requestAnimationFrame(() => {
      const target = next?.isConnected === true ? next.querySelector('button') : null;
      (target ?? panel.current)?.focus();
    });
  };

  return (
    <div ref={panel} tabIndex={-1} role="group" aria-label="What was found" className={styles.findings}>
      <Rows
        title="Look at these twice"
        rows={doubtRows(parts)}
        render={(row) => <Doubt key={row.key} row={row} onChange={onChange} leave={leave} />}
      />
      <p role="status" className={styles.count}>
        {countWords(taken, kept)}
      </p>
      <Rows
        title="Taken out or kept"
        isTitleHidden
        rows={foundRows(parts)}
        render={(row) => <Found key={row.key} row={row} onChange={onChange} leave={leave} />}
      />
    </div>
  );
});

function Rows<R>(props: {
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly rows: readonly R[];
  readonly render: (row: R) => React.ReactNode;
}) {
  const { title, rows, isTitleHidden = false } = props;
  const [isOpen, setOpen] = useState(false);
  if (rows.length === 0) return null;
  const shown = isOpen ? rows : rows.slice(0, shownAtFirst);
  return (
    <div>
      {!isTitleHidden && <p className={styles.listTitle}>{title}</p>}
      <div className={styles.list}>
        <RowList aria-label={title}>{shown.map((row) => props.render(row))}</RowList>
      </div>
      {rows.length > shownAtFirst && (
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Show fewer' : `Show all ${String(rows.length)}`}
        </Button>
      )}
    </div>
  );
}

interface RowProps<R> {
  readonly row: R;
  readonly onChange: Change;
  readonly leave: (button: Element | null, change: () => void) => void;
}

const partWords = (part: ReviewedPart): string => (part.label === '' ? '' : `${part.label}. `);

function Found({ row, onChange, leave }: RowProps<FoundRow>) {
  const { part, span, text, before, after } = row;
  const isKept = span.kept !== null;
  const why = span.kept === null ? kindWords[span.kind] : `Kept: ${keptWords[span.kept]}`;
  const label = isKept ? 'Change' : 'Keep';
  const set = (kept: typeof span.kept): void => {
    onChange(part.id, keepSpan(part.words, span.from, kept));
  };
  const reasons = reasonsFor(span.kind)
    .filter((reason) => reason !== span.kept)
    .map((reason) => ({
      label: reasonWords[reason],
      onAction: () => {
        set(reason);
      },
    }));
  const back = {
    label: 'Take it out again',
    onAction: () => {
      set(null);
    },
  };
  return (
    <Row
      icon={isKept ? <Eye /> : <EyeOff />}
      title={`${partWords(part)}${why}`}
      detail={
        <>
          {before}
          {isKept ? <mark className={styles.kept}>{text}</mark> : <del className={styles.taken}>{text}</del>}
          {after}
        </>
      }
      action={
        span.kind === 'by hand' ? (
          <Button
            variant="quiet"
            size="small"
            aria-label={`Put back “${text}”`}
            onPress={() => {
              leave(document.activeElement, () => {
                onChange(part.id, putBack(part.words, span.from));
              });
            }}
          >
            Put back
          </Button>
        ) : (
          <ButtonMenu
            label={label}
            size="small"
            aria-label={`${label} “${text}”`}
            items={isKept ? [back, ...reasons] : reasons}
          />
        )
      }
    />
  );
}

function Doubt({ row, onChange, leave }: RowProps<DoubtRow>) {
  const { part, kind, texts, count } = row;
  const [text = ''] = texts;
  const places = count === 1 ? '' : ` ${String(count)} places.`;
  return (
    <Row
      icon={<TriangleAlert />}
      title={kind === 'quotation' ? text : `“${texts.join('”, “')}”`}
      detail={`${partWords(part)}${doubtWords[kind]}.${places}`}
      action={
        // A pronoun taken out tells as much as one that stands there.
        kind === 'one-person' ? undefined : (
          <Button
            variant="quiet"
            size="small"
            aria-label={`Take out ${kind === 'quotation' ? text : `“${text}”`}`}
            onPress={() => {
              leave(document.activeElement, () => {
                onChange(part.id, takeOutWords(part.words, text) ?? part.words);
              });
            }}
          >
            Take out
          </Button>
        )
      }
    />
  );
}
