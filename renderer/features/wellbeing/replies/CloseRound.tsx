import { Lock } from 'lucide-react';
import { useState } from 'react';
import { minimumReplies } from '@shared/wellbeing/round-results';
import type { Instrument } from '@shared/instruments/instrument';
import { useToday } from '../../../platform';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, Dialog, Note, Section, useGo, useToast } from '../../../ui';
import { useRecords, useVault } from '../../../vault';
import { roundErrorText, type WaveRecord } from '../rounds';
import styles from '../wellbeing.module.css';
import { useReplyInTyping } from './use-reply-in-typing';

/** The end of an open round: closed for good, or deleted. */
export function CloseRound(props: { readonly record: WaveRecord; readonly instrument: Instrument | null }) {
  const { record, instrument } = props;
  const { isBaseline, answerSets, invited } = record.value;
  const vault = useVault();
  const survey = useRecords('wave-survey').find(({ value }) => value.waveId === record.id);
  const typing = useReplyInTyping(record.id);
  const today = useToday();
  const toast = useToast();
  const removeWithUndo = useRemoveWithUndo();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const [problem, setProblem] = useState('');
  const isEnough = answerSets.length >= minimumReplies;

  async function close(): Promise<void> {
    if (isClosing) return;
    setClosing(true);
    setProblem('');
    const closed = await vault.rounds.close(record.id, today);
    setClosing(false);
    if (!closed.ok) {
      setProblem(roundErrorText(closed.error, instrument));
      return;
    }
    // A closed round takes no reply: what was begun would wait on Today for nothing.
    await typing.drop();
    setAsking(false);
    toast({ text: 'Round closed and locked.' });
  }

  async function remove(): Promise<void> {
    // Its survey stays as long as the round can be brought back: replies go on coming in then.
    if (!(await removeWithUndo([record], 'Round deleted.'))) return;
    await typing.drop();
    go('/');
  }

  return (
    <Section title="When no more are coming">
      <p className={styles.muted}>
        {isBaseline
          ? 'Closing locks the baseline for good: no reply can be added, changed or taken out.'
          : 'Closing locks the round for good: no reply can be added, changed or taken out.'}{' '}
        {isEnough
          ? 'Then the results show.'
          : `With fewer than ${minimumReplies} replies nothing will ever be shown.`}
      </p>
      <div className={styles.bar}>
        <Button
          icon={<Lock aria-hidden="true" />}
          variant={isEnough ? 'primary' : 'secondary'}
          onPress={() => {
            setProblem('');
            setAsking(true);
          }}
        >
          Close and lock
        </Button>
        <Button variant="quiet" onPress={() => void remove()}>
          Delete this round
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        onOpenChange={(isOpen) => {
          if (!isClosing) setAsking(isOpen);
        }}
        title="Close this round for good?"
        actions={
          <>
            <Button
              variant="primary"
              isPending={isClosing}
              pendingText="Closing the round"
              onPress={() => void close()}
            >
              Close and lock
            </Button>
            <Button
              onPress={() => {
                if (!isClosing) setAsking(false);
              }}
            >
              Keep it open
            </Button>
          </>
        }
      >
        {problem !== '' && (
          <Note kind="caution">
            <p role="alert">{problem}</p>
          </Note>
        )}
        <p>
          {answerSets.length} of {invited} replies are in. Closing cannot be undone.
        </p>
        {survey !== undefined && (
          <p>The survey’s key is wiped, so a reply that comes later cannot be opened by anyone.</p>
        )}
        <p>
          Steading also forgets in which steps the replies came in. Backups that you made before keep that.
        </p>
        {typing.isBegun && (
          <p>The reply that you have begun is not saved. It goes when you close the round.</p>
        )}
        {!isEnough && (
          <p>There are fewer than {minimumReplies}, so no result will ever be shown for this round.</p>
        )}
      </Dialog>
    </Section>
  );
}
