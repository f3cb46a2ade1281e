import { CalendarDate, parseDate } from '@internationalized/date';
import { Calendar as CalendarIcon, Check, ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  Dialog,
  DialogTrigger,
  I18nProvider,
  Popover,
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
  const box = useRef<HTMLSpanElement>(null);
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
      <span ref={box} className={cx(styles.control, styles.date)} style={{ marginTop: 0, flex: 1 }}>
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
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <AriaButton className={styles.fieldButton ?? ''} aria-label={`Calendar for ${label.toLowerCase()}`}>
            <CalendarIcon aria-hidden="true" />
            <span>Calendar</span>
          </AriaButton>
          {/* Within the field, so that it stays inside the page's landmarks. */}
          <Popover
            className={overlay.popover ?? ''}
            placement="bottom end"
            UNSTABLE_portalContainer={box.current ?? undefined}
          >
            <Dialog className={overlay.calendar ?? ''} aria-label={label}>
              <I18nProvider locale="en-GB">
                <Calendar
                  autoFocus
                  aria-label={label}
                  defaultValue={parsed === null ? null : parseDate(parsed)}
                  defaultFocusedValue={parseDate(parsed ?? today)}
                  onChange={(day: CalendarDate) => {
                    const picked = localDate(day.year, day.month, day.day);
                    if (picked !== null) onChange(formatDate(picked));
                    setOpen(false);
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
                      {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
                    </CalendarGridHeader>
                    <CalendarGridBody>
                      {(day) => <CalendarCell date={day} className={overlay.calendarDay ?? ''} />}
                    </CalendarGridBody>
                  </CalendarGrid>
                </Calendar>
              </I18nProvider>
            </Dialog>
          </Popover>
        </DialogTrigger>
      </span>
    </FieldFrame>
  );
}
