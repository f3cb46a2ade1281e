import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { addDays, formatDateShort, type LocalDate } from '@shared/kernel/local-date';
import { dayOfInstant, useFormatTime } from '../../platform';
import { Button, LinkButton } from '../../ui';
import type { StoredRecord } from '../../vault';
import { draftHref, draftWords } from './drafts';
import type { Speaker } from './naming';
import styles from './today.module.css';

export interface DraftsProps {
  readonly drafts: readonly StoredRecord<'draft'>[];
  readonly today: LocalDate;
  readonly speaker: Speaker;
}

/** What was left half written, newest first: one in sight, so that the rest of the page still fits. */
export function Drafts(props: DraftsProps) {
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const [isWhole, setWhole] = useState(false);
  const offered = props.drafts.filter((draft) => !putOff.includes(draft.id));
  const [first, ...others] = isWhole ? offered : offered.slice(0, 1);
  if (first === undefined) return null;
  const notNow = (id: string): void => {
    setPutOff((ids) => [...ids, id]);
  };
  return (
    <section aria-label="Carry on where you left off" className={styles.drafts}>
      {[first, ...others].map((draft) => (
        <DraftCard
          key={draft.id}
          {...props}
          draft={draft}
          onNotNow={() => {
            notNow(draft.id);
          }}
          more={
            draft === first && offered.length > 1 ? (
              <Button
                variant="quiet"
                size="small"
                aria-expanded={isWhole}
                onPress={() => {
                  setWhole(!isWhole);
                }}
              >
                {isWhole ? 'Show one draft' : `See all ${String(offered.length)} drafts`}
              </Button>
            ) : undefined
          }
        />
      ))}
    </section>
  );
}

function DraftCard(
  props: DraftsProps & {
    readonly draft: StoredRecord<'draft'>;
    readonly onNotNow: () => void;
    readonly more: React.ReactNode;
  },
) {
  const { draft, speaker } = props;
  const time = useFormatTime();
  const { form } = draft.value;
  const title = speaker.typed(draft.value.title, '');
  const words = title.trim() === '' ? draftWords[form] : title.charAt(0).toLowerCase() + title.slice(1);
  return (
    <div className={styles.carry}>
      <Pencil aria-hidden="true" />
      <div>
        <b>Carry on: {words}</b>
        <span className={styles.carryDetail}>Draft saved {savedWhen(draft.savedAt, props.today, time)}.</span>
      </div>
      <div className={styles.carryActions}>
        {props.more}
        <Button variant="quiet" aria-label={`Not now: ${words}`} onPress={props.onNotNow}>
          Not now
        </Button>
        <LinkButton href={draftHref(draft)} variant="primary" aria-label={`Carry on: ${words}`}>
          Carry on
        </LinkButton>
      </div>
    </div>
  );
}

function savedWhen(savedAt: number, today: LocalDate, time: (epochMs: number) => string): string {
  const day = dayOfInstant(savedAt);
  if (day === today) return `today ${time(savedAt)}`;
  if (day === addDays(today, -1)) return `yesterday ${time(savedAt)}`;
  return `${formatDateShort(day)} ${time(savedAt)}`;
}
