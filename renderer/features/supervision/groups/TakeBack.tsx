/** What the group lets out of the room for the service to hear: nothing without the day on which it agreed. */
import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { noteWarning } from '@shared/supervision/note-check';
import { Button, DateField, Section, TextField } from '../../../ui';
import styles from './groups.module.css';
import { consentField, takeField, type SittingFields } from './sitting-form';

type TakeFields = Pick<SittingFields, 'takeTexts' | 'takeConsents' | 'takeOrigins'>;

export interface TakeBackProps {
  readonly fields: TakeFields & Pick<SittingFields, 'date'>;
  readonly today: LocalDate;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (patch: Partial<SittingFields>) => void;
}

const at = (list: readonly string[], place: number, value: string): string[] =>
  list.map((each, index) => (index === place ? value : each));
const without = (list: readonly string[], place: number): string[] =>
  list.filter((_, index) => index !== place);

export function TakeBack(props: TakeBackProps) {
  const { fields, today, error, onChange } = props;
  const { takeTexts, takeConsents, takeOrigins } = fields;
  const list = useRef<HTMLUListElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
  }, [takeTexts.length]);
  const add = (): void => {
    isAdding.current = true;
    onChange({
      takeTexts: [...takeTexts, ''],
      // Most often it was agreed in the sitting itself.
      takeConsents: [...takeConsents, fields.date],
      takeOrigins: [...takeOrigins, ''],
    });
  };
  return (
    <Section
      title="Taken back to the service"
      action={
        <Button size="small" variant="quiet" icon={<Plus aria-hidden="true" />} onPress={add}>
          {takeTexts.length === 0 ? 'Add something' : 'Add another'}
        </Button>
      }
    >
      <p className={styles.small}>
        Only what the group agreed may leave the room, in words that point at nobody.
      </p>
      {takeTexts.length > 0 && (
        <ul className={styles.takes} ref={list}>
          {takeTexts.map((text, index) => (
            <li key={index}>
              <TextField
                name={takeField(index)}
                label="What is taken back"
                value={text}
                error={error(takeField(index))}
                warning={noteWarning(text) ?? undefined}
                onChange={(typed) => onChange({ takeTexts: at(takeTexts, index, typed) })}
              />
              <DateField
                name={consentField(index)}
                label="The group agreed on"
                value={takeConsents[index] ?? ''}
                error={error(consentField(index))}
                today={today}
                onChange={(typed) => onChange({ takeConsents: at(takeConsents, index, typed) })}
              />
              <Button
                size="small"
                variant="quiet"
                icon={<X aria-hidden="true" />}
                aria-label={`Take away: ${text.trim() === '' ? 'this line' : text}`}
                onPress={() =>
                  onChange({
                    takeTexts: without(takeTexts, index),
                    takeConsents: without(takeConsents, index),
                    takeOrigins: without(takeOrigins, index),
                  })
                }
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
