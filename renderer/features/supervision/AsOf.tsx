/** The day that a whole page stands at: today until another one is chosen. */
import { Calendar } from 'lucide-react';
import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { Button, DateField } from '../../ui';
import styles from './supervision.module.css';

export interface AsOf {
  readonly asOf: LocalDate;
  /** As typed; null while it is today. */
  readonly text: string | null;
  setText(text: string | null): void;
}

export function useAsOf(today: LocalDate): AsOf {
  const [text, setText] = useState<string | null>(null);
  return { asOf: text === null ? today : (parseDateText(text, today) ?? today), text, setText };
}

/** Among the actions of the page, until a day is being chosen. */
export function AsOfButton(props: { readonly state: AsOf; readonly today: LocalDate }) {
  const { asOf, text, setText } = props.state;
  if (text !== null) return null;
  return (
    <Button
      icon={<Calendar aria-hidden="true" />}
      aria-label={`As of ${formatDate(asOf)}. Choose another day`}
      onPress={() => setText(formatDate(props.today))}
    >
      {formatDate(asOf)}
    </Button>
  );
}

export function AsOfField(props: { readonly state: AsOf; readonly today: LocalDate }) {
  const { text, setText } = props.state;
  const { today } = props;
  if (text === null) return null;
  return (
    <div className={styles.asOf}>
      <DateField
        name="asOf"
        label="As of"
        hint="The whole page stands at this day"
        value={text}
        today={today}
        autoFocus
        error={
          text.trim() !== '' && parseDateText(text, today) === null
            ? 'Type a day like 31 mar or 31/03/2026'
            : undefined
        }
        onChange={setText}
      />
      <Button variant="quiet" onPress={() => setText(null)}>
        Back to today
      </Button>
    </div>
  );
}
