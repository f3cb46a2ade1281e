import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { splitPasted } from '@shared/survey/reply-format';
import type { RefusedCounts } from '@shared/records/wave-survey/wave-survey';
import type { StoredOutline } from '@shared/vault/vault-api';
import { Button, FilesDrop, Note, Section, TextField } from '../../../ui';
import { useVault } from '../../../vault';
import { roundErrorText, type WaveRecord } from '../rounds';
import wellbeing from '../wellbeing.module.css';
import { mostFilesAtOnce, ownFiles, replyTexts, type ReplyFile } from './read-replies';
import styles from './replies.module.css';
import { refusedLines, refusedTotal, takenText } from './taken-words';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly text: string }
  | {
      readonly kind: 'taken';
      readonly taken: number;
      readonly refused: RefusedCounts;
      readonly unreadable: number;
    };

/** Sealed replies come in as a batch. What became of each is said in counts alone. */
export function TakeReplies(props: {
  readonly record: WaveRecord;
  readonly instrument: Instrument;
  readonly survey: StoredOutline<'wave-survey'>;
}) {
  const { record, instrument, survey } = props;
  const vault = useVault();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const [isTaking, setTaking] = useState(false);
  const [pasted, setPasted] = useState('');

  async function take(texts: readonly string[], unreadable: number): Promise<boolean> {
    const done = await vault.rounds.takeReplies(record.id, texts);
    setOutcome(
      done.ok
        ? { kind: 'taken', taken: done.value.taken, refused: done.value.refused, unreadable }
        : { kind: 'problem', text: roundErrorText(done.error, instrument) },
    );
    return done.ok;
  }

  async function takeFiles(given: readonly ReplyFile[]): Promise<void> {
    const files = ownFiles(given);
    if (files.length === 0) {
      setOutcome({ kind: 'problem', text: 'There is no file in it. Nothing was changed.' });
      return;
    }
    if (files.length > mostFilesAtOnce) {
      setOutcome({
        kind: 'problem',
        text: `That is more than ${mostFilesAtOnce.toLocaleString('en-GB')} files. Nothing was read. Take them in in parts.`,
      });
      return;
    }
    setTaking(true);
    const { texts, unreadable } = await replyTexts(files);
    await take(texts, unreadable);
    setTaking(false);
  }

  async function takePasted(): Promise<void> {
    const texts = splitPasted(pasted);
    if (texts.length === 0) {
      setOutcome({ kind: 'problem', text: 'Nothing is pasted in yet.' });
      return;
    }
    setTaking(true);
    if (await take(texts, 0)) setPasted('');
    setTaking(false);
  }

  return (
    <Section title="Take replies in">
      <FilesDrop
        label="Reply files"
        hint="Drop them here, alone or in a folder. All that fit are taken in one go and shuffled."
        accept=".steading-reply,.txt,text/plain"
        isPending={isTaking}
        pendingText="Taking replies in"
        onFiles={(files) => void takeFiles(files)}
      />
      <details className={styles.fold}>
        <summary>
          Paste a reply that came as text <ChevronDown aria-hidden="true" />
        </summary>
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            void takePasted();
          }}
        >
          <TextField
            label="Sealed text"
            name="pasted"
            hint="One or more, each beginning with steading-reply."
            multiline
            rows={4}
            value={pasted}
            onChange={setPasted}
          />
          <Button type="submit" isPending={isTaking}>
            Take it in
          </Button>
        </form>
      </details>
      <div role="status">
        <OutcomeNote outcome={outcome} />
      </div>
      {/* After the first batch both say the same. */}
      {(outcome.kind !== 'taken' || refusedTotal(outcome.refused) !== refusedTotal(survey.value.refused)) && (
        <SoFar refused={survey.value.refused} />
      )}
    </Section>
  );
}

function OutcomeNote(props: { readonly outcome: Outcome }) {
  const { outcome } = props;
  if (outcome.kind === 'none') return null;
  if (outcome.kind === 'problem') return <Note kind="caution">{outcome.text}</Note>;
  const { taken, refused, unreadable } = outcome;
  const lines = refusedLines(refused);
  return (
    <Note
      kind={taken > 0 && lines.length === 0 && unreadable === 0 ? 'good' : 'info'}
      title={takenText(taken, refusedTotal(refused) + unreadable)}
    >
      {(lines.length > 0 || unreadable > 0) && (
        <ul className={styles.refused}>
          {lines.map(({ key, text, next }) => (
            <li key={key}>
              {text}.{next !== '' && <span> {next}</span>}
            </li>
          ))}
          {unreadable > 0 && (
            <li>
              {unreadable} could not be opened. <span>Copy the files to this laptop, then try again.</span>
            </li>
          )}
        </ul>
      )}
    </Note>
  );
}

/** Over all batches: somebody may have to be told that theirs did not arrive. */
function SoFar(props: { readonly refused: RefusedCounts }) {
  const lines = refusedLines(props.refused);
  if (lines.length === 0) return null;
  return (
    <p className={wellbeing.small}>
      Not taken in so far, over all batches: {lines.map(({ text }) => text).join(', ')}.
    </p>
  );
}
