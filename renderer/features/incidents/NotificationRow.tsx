import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type NotificationLine, noteNotification } from '@shared/event-plans/notifications';
import { parseTimeText } from '@shared/event-plans/time-text';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  notificationStateLabels,
  type NotificationState,
  notificationStates,
  type PlanOutline,
} from '@shared/records/event-plan/event-plan';
import { formatTime, clock } from '../../platform';
import { Button, cx, DateField, Form, FormActions, FormRow, Segmented, Status, TextField } from '../../ui';
import styles from './incidents.module.css';
import { dayWords } from './plan-words';
import type { PlanHandle } from './use-plan';

export interface NotificationRowProps {
  readonly line: NotificationLine;
  readonly plan: PlanOutline;
  readonly today: LocalDate;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly change: PlanHandle['change'];
}

const stateKinds = { open: 'due', notified: 'good', 'does-not-apply': 'none' } as const;

/** One body: when it may apply and why, the limit with its source, and what was noted. */
export function NotificationRow(props: NotificationRowProps) {
  const { line, plan, today, isOpen, onOpenChange } = props;
  const { item, noted, limits } = line;
  const isClosed = plan.closedOn !== null;
  const isLate =
    noted.state === 'open' && limits.some(({ latest }) => latest !== null && latest < today) && !isClosed;
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li className={styles.step}>
      <span className={cx(styles.node, noted.state !== 'open' && styles.nodeDone)} aria-hidden="true">
        {noted.state !== 'open' && <Check />}
      </span>
      <div className={styles.stepBody}>
        <span className={styles.stepTitle}>{item.title}</span>
        <span className={styles.small}>{item.when}</span>
        {limits.map(({ sentence }) => (
          <span key={sentence} className={styles.limit}>
            {sentence}
          </span>
        ))}
        <span className={styles.small}>Source: {item.source}</span>
        <span className={styles.stepMeta}>
          {noted.state === 'notified' && <span>{toldWords(noted, plan)}</span>}
          {!isClosed && (
            <button
              ref={opener}
              type="button"
              className={styles.textButton}
              aria-expanded={isOpen}
              aria-label={`${noted.state === 'open' ? 'Note what was done' : 'Change'}: ${item.title}`}
              onClick={() => {
                onOpenChange(!isOpen);
              }}
            >
              {noted.state === 'open' ? 'Note what was done' : 'Change'}
            </button>
          )}
        </span>
      </div>
      <div className={styles.stepState}>
        <Status kind={isLate ? 'caution' : stateKinds[noted.state]}>
          {isLate ? 'Latest day has passed' : notificationStateLabels[noted.state]}
        </Status>
      </div>
      {isOpen && <NotePanel {...props} />}
    </li>
  );
}

function toldWords({ who, on, at, reference }: NotificationLine['noted'], plan: PlanOutline): string {
  const day = on === null ? '' : ` on ${dayWords(on, plan.occurredOn.slice(0, 4))}`;
  const parts = [
    `Told${day}${at === '' ? '' : `, ${at}`}${who === '' ? '' : `, by ${who}`}`,
    reference === '' ? '' : `Reference ${reference}`,
  ];
  return parts.filter((part) => part !== '').join('. ');
}

function NotePanel(props: NotificationRowProps) {
  const { line, today, onOpenChange, change } = props;
  const { item, noted } = line;
  const [state, setState] = useState<NotificationState>(noted.state === 'open' ? 'notified' : noted.state);
  const [who, setWho] = useState(noted.who);
  const [on, setOn] = useState(noted.on === null ? 'today' : formatDate(noted.on));
  const [at, setAt] = useState(noted.state === 'open' ? formatTime(clock.now()) : noted.at);
  const [reference, setReference] = useState(noted.reference);
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  useEffect(() => {
    panel.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);

  const save = async () => {
    const day = parseDateText(on, today);
    const time = parseTimeText(at);
    const isTold = state === 'notified';
    const problems = [
      ...(isTold && (day === null || day > today)
        ? [{ field: 'on', message: 'Enter a day that is not in the future' }]
        : []),
      ...(isTold && time === null
        ? [{ field: 'at', message: 'Enter a time like 16:20, or leave it empty' }]
        : []),
    ];
    setErrors(problems);
    if (problems.length > 0) return;
    const isSaved = await change((now) =>
      noteNotification(now, {
        itemId: item.id,
        state,
        who: isTold ? who.trim().slice(0, 200) : '',
        on: isTold ? day : null,
        at: isTold ? (time ?? '') : '',
        reference: isTold ? reference.trim().slice(0, 200) : '',
      }),
    );
    if (isSaved) onOpenChange(false);
  };

  return (
    <div className={styles.panel} ref={panel}>
      <Form onSubmit={save} errors={errors} aria-label={`Note: ${item.title}`}>
        <Segmented<NotificationState>
          name="state"
          label="Where it stands"
          value={state}
          onChange={setState}
          options={notificationStates.map((value) => ({ value, label: notificationStateLabels[value] }))}
        />
        {state === 'notified' && (
          <>
            <FormRow>
              <DateField
                name="on"
                label="Day"
                value={on}
                onChange={setOn}
                today={today}
                error={errorOf('on')}
              />
              <TextField
                name="at"
                label="Time"
                isOptional
                width="short"
                value={at}
                onChange={setAt}
                error={errorOf('at')}
              />
            </FormRow>
            <FormRow>
              <TextField name="who" label="Who told them" isOptional value={who} onChange={setWho} />
              <TextField
                name="reference"
                label="Reference"
                isOptional
                value={reference}
                onChange={setReference}
              />
            </FormRow>
          </>
        )}
        <FormActions>
          <Button type="submit" variant="primary">
            Save note
          </Button>
          <Button
            onPress={() => {
              onOpenChange(false);
            }}
          >
            Not now
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
