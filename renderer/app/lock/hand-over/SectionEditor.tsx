import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  planSectionLabels,
  type PlanSectionId,
  type SharedSection,
} from '@shared/records/wellbeing-plan/wellbeing-plan';
import { maxSectionLength } from '@shared/wellbeing/plan-content';
import { planHints } from '../../../records/plan-words';
import { Button, DateField, Form, FormActions, Status, TextField } from '../../../ui';
import styles from './hand-over.module.css';
import type { PlanKeeper } from './plan-keeper';

export interface SectionEditorProps {
  readonly id: PlanSectionId;
  readonly text: string;
  /** What the manager reads of it today. */
  readonly shared: SharedSection | null;
  readonly today: LocalDate;
  readonly keeper: PlanKeeper;
}

const offeredMonths = 3;

/** The words of one section, and below them who reads it: nobody, or the manager until a day. */
export function SectionEditor(props: SectionEditorProps) {
  const { id, text, shared, today, keeper } = props;
  const [isAsking, setAsking] = useState(false);
  const label = planSectionLabels[id];
  const isTooLong = text.length > maxSectionLength;
  const isNewer = shared !== null && shared.text !== text.trim() && text.trim() !== '';
  return (
    <section className={styles.section} aria-label={label}>
      <TextField
        label={label}
        hint={planHints[id]}
        name={id}
        multiline
        rows={2}
        value={text}
        onChange={(next) => {
          keeper.write(id, next);
        }}
        onBlur={() => void keeper.flush()}
        error={isTooLong ? 'Use 10,000 characters or fewer in a section' : undefined}
      />
      <div className={styles.share}>
        {shared === null ? (
          <span className={styles.readers}>{text.trim() === '' ? '' : 'Only you can read this.'}</span>
        ) : (
          <Status kind="good">Your manager can read this until {formatDate(shared.until)}</Status>
        )}
        <span className={styles.shareActions}>
          {shared === null && !isAsking && text.trim() !== '' && !isTooLong && (
            <Button
              size="small"
              aria-label={`Share: ${label}`}
              onPress={() => {
                setAsking(true);
              }}
            >
              Share
            </Button>
          )}
          {shared !== null && (
            <Button
              size="small"
              aria-label={`Take it back: ${label}`}
              onPress={() => void keeper.takeBack(id)}
            >
              Take it back
            </Button>
          )}
        </span>
      </div>
      {isNewer && (
        <div className={styles.newer}>
          <p>You have changed your words since. Your manager still reads the earlier ones.</p>
          <Button
            size="small"
            aria-label={`Share the new words: ${label}`}
            onPress={() => void keeper.share(id, shared.until)}
          >
            Share the new words
          </Button>
        </div>
      )}
      {isAsking && shared === null && (
        <ShareUntil
          label={label}
          today={today}
          onShare={(until) => {
            setAsking(false);
            void keeper.share(id, until);
          }}
          onLeave={() => {
            setAsking(false);
          }}
        />
      )}
    </section>
  );
}

function ShareUntil(props: {
  readonly label: string;
  readonly today: LocalDate;
  readonly onShare: (until: LocalDate) => void;
  readonly onLeave: () => void;
}) {
  const { label, today, onShare, onLeave } = props;
  const [typed, setTyped] = useState(formatDate(addMonths(today, offeredMonths)));
  const [problem, setProblem] = useState<string | undefined>();
  return (
    <div className={styles.until}>
      <Form
        aria-label={`Share “${label}”`}
        errors={problem === undefined ? [] : [{ field: 'until', message: problem }]}
        onSubmit={() => {
          const until = parseDateText(typed, today);
          if (until === null) setProblem('Enter the last day, such as 30 jun');
          else if (until < today) setProblem('The last day is over already. Enter a later one');
          else onShare(until);
        }}
      >
        <DateField
          label="Last day on which your manager can read it"
          name="until"
          value={typed}
          today={today}
          onChange={setTyped}
          error={problem}
          autoFocus
        />
        <FormActions>
          <Button type="submit" variant="primary" size="small">
            Share until then
          </Button>
          <Button size="small" onPress={onLeave}>
            Not now
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
