/** "What we agreed": one line each. Enter adds a line; "@fri" sets a day, "@manager" says who. */
import { Pencil, X } from 'lucide-react';
import { useRef } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import type { LocalDate } from '@shared/kernel/local-date';
import { readAgreedLine } from '@shared/supervision/agreed-line';
import { dateNear } from '../../records/supervision-words';
import { Button, TextField } from '../../ui';
import { addLine, rewordLine, takeLineAway, type LineFields } from './agreed-actions';
import styles from './supervision.module.css';

export interface AgreedLinesProps {
  readonly fields: LineFields;
  readonly error: string | undefined;
  /** Something to think about in the line being typed. */
  readonly warning: string | undefined;
  readonly today: LocalDate;
  readonly onChange: (patch: Partial<LineFields>) => void;
}

export function AgreedLines(props: AgreedLinesProps) {
  const { fields, today, onChange } = props;
  const { lines, newLine } = fields;
  const input = useRef<HTMLInputElement>(null);
  const read = (line: string) => readAgreedLine(line, (text) => parseDateText(text, today));
  const typed = read(newLine);
  const add = (): void => {
    if (typed.text === '') return;
    onChange(addLine(fields));
    input.current?.focus();
  };
  const heard = [typed.due === null ? '' : `by ${dateNear(typed.due, today)}`, typed.owner]
    .filter((part) => part !== '')
    .join(', ');
  return (
    <div>
      <TextField
        name="newLine"
        label="What we agreed"
        hint="One line each, then Enter. Type @fri to set a day, @manager to say who."
        isOptional
        value={newLine}
        error={props.error}
        warning={props.warning}
        inputRef={input}
        onChange={(value) => onChange({ newLine: value })}
        onKeyDown={(event) => {
          // Enter adds the line; with Ctrl it saves the whole form, this line included.
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          add();
        }}
      />
      <div className={styles.lineFoot}>
        <Button size="small" onPress={add}>
          Add this line
        </Button>
        <span role="status" className={styles.small}>
          {heard !== '' && `Understood: ${heard}`}
        </span>
      </div>
      {lines.length > 0 && (
        <ul className={styles.lines} aria-label="Lines agreed">
          {lines.map((line, index) => {
            const { text, owner, due } = read(line);
            return (
              <li key={`${index}${line}`}>
                <span className={styles.lineText}>{text}</span>
                {owner !== '' && <span className={styles.small}>{owner}</span>}
                {due !== null && <span className={styles.due}>{dateNear(due, today)}</span>}
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Change: ${text}`}
                  onPress={() => {
                    onChange(rewordLine(fields, index));
                    input.current?.focus();
                  }}
                >
                  <Pencil aria-hidden="true" />
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take away: ${text}`}
                  onPress={() => {
                    onChange(takeLineAway(fields, index));
                    input.current?.focus();
                  }}
                >
                  <X aria-hidden="true" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
