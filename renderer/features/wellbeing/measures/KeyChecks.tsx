import { useState } from 'react';
import { marksToConfirm, type MarkToConfirm } from '@shared/instruments/evidence';
import type { Instrument } from '@shared/instruments/instrument';
import { formatDate } from '@shared/kernel/local-date';
import { useToday } from '../../../platform';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { newRecordId, useRecords, type StoredRecord } from '../../../vault';
import { Button, Form, Note, Section, Sheet, Status, TextField, type FormProblem } from '../../../ui';
import { markTitle } from './measure-words';
import styles from './measures.module.css';

/** Each part of the key that nobody has read in a source yet: it counts once somebody has held it against the manual. */
export function KeyChecks(props: { readonly instrument: Instrument }) {
  const { instrument } = props;
  const checks = useRecords('measure-check');
  const marks = marksToConfirm(instrument);
  const checkOf = (mark: string) => checks.find(({ value }) => value.mark === mark) ?? null;
  const isDone = marks.every(({ mark }) => checkOf(mark) !== null);
  return (
    <Section title="Check this key with your manual before use">
      {!isDone && (
        <Note kind="caution">
          These parts are recalled, not read in a source. Scores are worked out; bands and prompts stay off
          until you have checked them here.
        </Note>
      )}
      <Sheet>
        <ul aria-label="Parts of the key to check">
          {marks.map((mark) => (
            <li key={mark.mark} className={styles.check}>
              <Check instrument={instrument} mark={mark} check={checkOf(mark.mark)} />
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

function Check(props: {
  readonly instrument: Instrument;
  readonly mark: MarkToConfirm;
  readonly check: StoredRecord<'measure-check'> | null;
}) {
  const { instrument, mark, check } = props;
  const title = markTitle(instrument, mark);
  const remove = useRemoveWithUndo();
  // Where the focus goes when a button or the form that had it leaves the page.
  const [phase, setPhase] = useState<'untouched' | 'open' | 'left'>('untouched');
  if (check !== null) {
    const { checkedOn, against } = check.value;
    return (
      <div className={styles.checkLine}>
        <span className={styles.checkTitle}>{title}</span>
        <Status kind="good">
          Checked on {formatDate(checkedOn)}
          {against === '' ? '' : `, against ${against}`}
        </Status>
        <Button
          variant="quiet"
          size="small"
          aria-label={`Take the check back: ${title}`}
          autoFocus={phase === 'open'}
          onPress={() => {
            setPhase('left');
            void remove([check], 'Check taken back.');
          }}
        >
          Take back
        </Button>
      </div>
    );
  }
  return (
    <>
      <div className={styles.checkLine}>
        <span className={styles.checkTitle}>{title}</span>
        {phase !== 'open' && (
          <Button
            size="small"
            aria-label={`I have checked it: ${title}`}
            autoFocus={phase === 'left'}
            onPress={() => {
              setPhase('open');
            }}
          >
            I have checked it
          </Button>
        )}
      </div>
      {phase === 'open' && (
        <CheckForm
          mark={mark}
          title={title}
          onClose={() => {
            setPhase('left');
          }}
        />
      )}
    </>
  );
}

const mostInLine = 200;

function CheckForm(props: {
  readonly mark: MarkToConfirm;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const save = useSaveWithUndo();
  const [against, setAgainst] = useState('');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);

  async function confirm(): Promise<void> {
    const text = against.trim();
    if (text.length > mostInLine) {
      setProblems([{ field: 'against', message: 'Use 200 characters or fewer' }]);
      return;
    }
    const problem = await save(
      [
        {
          kind: 'measure-check',
          id: newRecordId(),
          value: { mark: props.mark.mark, checkedOn: today, against: text },
          before: null,
        },
      ],
      'Checked. This part counts from now on.',
    );
    if (problem !== null) setProblems([{ field: '', message: problem }]);
  }

  return (
    <div className={styles.checkForm}>
      <Form onSubmit={confirm} errors={problems} aria-label={`Checked: ${props.title}`}>
        <TextField
          label="Checked against"
          name="against"
          hint="Which manual or paper, and which edition. The next person reads it here."
          isOptional
          autoFocus
          value={against}
          onChange={setAgainst}
          error={problems.find(({ field }) => field === 'against')?.message}
        />
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            It is as my manual says
          </Button>
          <Button variant="quiet" onPress={props.onClose}>
            Not now
          </Button>
        </div>
      </Form>
    </div>
  );
}
