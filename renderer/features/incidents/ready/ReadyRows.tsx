import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, TextField } from '../../../ui';
import { cellName, emptyRow, type ReadyPart, type ReadyRow } from './ready-fields';
import styles from './ready.module.css';

/** One list of the ready plan: a row of boxes each, like the page that will hang on the wall. */
export function ReadyRows(props: {
  readonly part: ReadyPart;
  readonly rows: readonly ReadyRow[];
  readonly onChange: (rows: ReadyRow[]) => void;
  readonly errorOf: (field: string) => string | undefined;
}) {
  const { part, rows, onChange, errorOf } = props;
  // A row that was just added takes the focus; a removed one hands it to the button below.
  const [added, setAdded] = useState<number | null>(null);
  const adding = useRef<HTMLDivElement>(null);
  return (
    <fieldset className={styles.part}>
      <legend>{part.title}</legend>
      <p className={styles.small}>{part.hint}</p>
      {rows.length > 0 && (
        <ol className={styles.rows}>
          {rows.map((row, index) => (
            <li key={index} className={styles.row} data-columns={part.columns.length}>
              {part.columns.map(({ field, label }, column) => (
                <TextField
                  key={field}
                  name={cellName(part.list, index, field)}
                  label={label}
                  autoFocus={column === 0 && index === added}
                  value={row[field] ?? ''}
                  error={errorOf(cellName(part.list, index, field))}
                  onChange={(text) => {
                    onChange(rows.map((each, at) => (at === index ? { ...each, [field]: text } : each)));
                  }}
                />
              ))}
              <span className={styles.remove}>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Take out ${part.one} ${String(index + 1)}`}
                  onPress={() => {
                    setAdded(null);
                    adding.current?.querySelector('button')?.focus();
                    onChange(rows.filter((_each, at) => at !== index));
                  }}
                >
                  <X aria-hidden="true" />
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.add} ref={adding}>
        <Button
          variant="quiet"
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => {
            if (rows.length >= part.max) return;
            setAdded(rows.length);
            onChange([...rows, emptyRow(part)]);
          }}
        >
          {part.add}
        </Button>
        {rows.length >= part.max && <span className={styles.small}>{part.max} at most.</span>}
      </div>
    </fieldset>
  );
}
