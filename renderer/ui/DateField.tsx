import { CalendarDate, parseDate } from '@internationalized/date';
import { Calendar as CalendarIcon, Check, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  I18nProvider,
} from 'react-aria-components';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, formatDateWithWeekday, localDate, type LocalDate } from '@shared/kernel/local-date';
import { cx } from './cx';
import styles from './field.module.css';
import { describedBy, FieldFrame, useFieldIds, type FieldWords } from './field-parts';
import overlay from './overlay.module.css';

export interface DateFieldProps extends FieldWords {
  /** As typed. Read it with parseDateText(value, today). */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly today: LocalDate;
  readonly autoFocus?: boolean | undefined;
}

/** One box that takes "today", "fri", "24 nov" or 24/11/2026 and says below which day it understood. */
export function DateField(props: DateFieldProps) {
  const { name, value, onChange, today, label, hint } = props;
  const ids = useFieldIds(name);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const parsed = parseDateText(value, today);
  const hasError = props.error !== undefined && props.error !== '';
  return (
    <FieldFrame
      {...props}
      ids={ids}
      after={
        <span className={styles.echo} id={ids.extra} role="status">
          {parsed !== null && (
            <>
              <Check aria-hidden="true" />
              <span>{formatDateWithWeekday(parsed)}</span>
            </>
          )}
          {parsed === null && value.trim() !== '' && !hasError && (
            <span>Type a day like 24 nov, fri or 24/11/2026</span>
          )}
        </span>
      }
    >
      <span className={cx(styles.control, styles.date)} style={{ marginTop: 0, flex: 1 }}>
        <input
          id={ids.input}
          name={name}
          type="text"
          value={value}
          autoComplete="off"
          autoFocus={props.autoFocus}
          className={cx(styles.input, styles.numeric)}
          aria-invalid={hasError ? true : undefined}
          aria-describedby={describedBy(ids, {
            hint,
            error: hasError ? props.error : undefined,
            extra: true,
          })}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
        <AriaButton
          ref={button}
          className={styles.fieldButton ?? ''}
          aria-label={`Calendar for ${label.toLowerCase()}`}
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          <CalendarIcon aria-hidden="true" />
          <span>Calendar</span>
        </AriaButton>
        {isOpen && (
          <DayPicker
            label={label}
            day={parsed}
            today={today}
            onPick={(day) => {
              onChange(formatDate(day));
              leave();
            }}
            onLeave={leave}
            onBlur={() => {
              setOpen(false);
            }}
          />
        )}
      </span>
    </FieldFrame>
  );
}

interface DayPickerProps {
  readonly label: string;
  readonly day: LocalDate | null;
  readonly today: LocalDate;
  readonly onPick: (day: LocalDate) => void;
  readonly onLeave: () => void;
  /** The focus went elsewhere by itself. */
  readonly onBlur: () => void;
}

/** A month to pick from, within the field: nothing else on the page is hidden while it is open. */
function DayPicker(props: DayPickerProps) {
  const { label, day, today, onPick, onLeave } = props;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  });
  const onFocusOut = useEffectEvent((event: FocusEvent) => {
    // The button that opened it closes it too, so a press on that is no leaving.
    const next = event.relatedTarget;
    if (next instanceof Node && root.current?.parentElement?.contains(next) !== true) props.onBlur();
  });
  useEffect(() => {
    const element = root.current;
    const key = (event: KeyboardEvent): void => {
      onKey(event);
    };
    const focusOut = (event: FocusEvent): void => {
      onFocusOut(event);
    };
    element?.addEventListener('keydown', key);
    element?.addEventListener('focusout', focusOut);
    return () => {
      element?.removeEventListener('keydown', key);
      element?.removeEventListener('focusout', focusOut);
    };
  }, []);
  return (
    <div
      ref={root}
      role="dialog"
      aria-label={`Calendar for ${label.toLowerCase()}`}
      className={overlay.calendar}
      tabIndex={-1}
    >
      <I18nProvider locale="en-GB">
        <Calendar
          autoFocus
          aria-label={label}
          defaultValue={day === null ? null : parseDate(day)}
          defaultFocusedValue={parseDate(day ?? today)}
          onChange={(picked: CalendarDate) => {
            const date = localDate(picked.year, picked.month, picked.day);
            if (date !== null) onPick(date);
          }}
        >
          <div className={overlay.calendarHead}>
            <AriaButton slot="previous" className={overlay.calendarStep ?? ''}>
              <ChevronLeft aria-hidden="true" />
            </AriaButton>
            <CalendarHeading className={overlay.calendarTitle ?? ''} />
            <AriaButton slot="next" className={overlay.calendarStep ?? ''}>
              <ChevronRight aria-hidden="true" />
            </AriaButton>
          </div>
          <CalendarGrid weekdayStyle="short">
            <CalendarGridHeader>
              {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className={overlay.calendarDay ?? ''} />}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </I18nProvider>
    </div>
  );
}
