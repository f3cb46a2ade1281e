import { Lock, Pencil } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { Instrument } from '@shared/instruments/instrument';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { score } from '@shared/instruments/score';
import { minimumReplies, type RoundView } from '@shared/wellbeing/round-results';
import { addReplies, closeWave, takeBackReply, type AnswerSet } from '@shared/wellbeing/wave-rules';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import { useDraft, useVault } from '../../vault';
import {
  Button,
  Columns,
  cx,
  Dialog,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  useGo,
  useToast,
} from '../../ui';
import { AnswersImport } from './AnswersImport';
import { emptyReply, ReplyGrid } from './ReplyGrid';
import { countText, groupName, measureName, ruleErrorText, type WaveRecord } from './rounds';
import styles from './wellbeing.module.css';

const mostPips = 60;

function Pips(props: { readonly replies: number; readonly invited: number }) {
  if (props.invited > mostPips) return null;
  return (
    <div className={styles.pips} aria-hidden="true">
      {Array.from({ length: props.invited }, (_, index) => (
        <i
          key={index}
          className={cx(index < props.replies && styles.in, index === minimumReplies - 1 && styles.enough)}
        />
      ))}
    </div>
  );
}

/** A reply in typing comes back only if it fits the measure. */
function restoredReply(draft: Record<string, unknown> | null, instrument: Instrument): AnswerSet | null {
  const answers = draft?.['answers'];
  return Array.isArray(answers) && score(instrument, answers).ok ? (answers as AnswerSet) : null;
}

interface Reply {
  readonly answers: AnswerSet;
  /** Something is typed that is not saved. */
  readonly isBegun: boolean;
  set(answers: AnswerSet): void;
  /** After it is saved, or when the round takes no more replies: nothing of it is kept. */
  clear(): Promise<void>;
}

/** The reply being typed: kept as a draft until it is saved, cleared, or the round is closed or deleted. */
function useReply(record: WaveRecord, instrument: Instrument | null): Reply {
  const [typed, setTyped] = useState<AnswerSet | null>(null);
  const empty = instrument === null ? [] : emptyReply(instrument);
  const draft = useDraft(
    'wave',
    record.id,
    `A reply for ${record.value.label}`,
    { answers: typed ?? empty },
    typed !== null,
  );
  const answers = typed ?? (instrument === null ? null : restoredReply(draft.restored, instrument)) ?? empty;
  return {
    answers,
    isBegun: answers.some((answer) => answer !== null),
    set: setTyped,
    clear: async () => {
      setTyped(empty);
      await draft.clear();
    },
  };
}

function Entry(props: {
  readonly record: WaveRecord;
  readonly instrument: Instrument;
  readonly reply: Reply;
}) {
  const { record, instrument, reply } = props;
  const vault = useVault();
  const toast = useToast();

  /** The newest stored round: a reply may be saved before the screen has drawn the one before it. */
  function latest(): WaveRecord {
    return vault.records('wellbeing-wave').find((wave) => wave.id === record.id) ?? record;
  }

  async function store(
    change: (wave: WellbeingWave) => ReturnType<typeof addReplies>,
  ): Promise<string | null> {
    const base = latest();
    const changed = change(base.value);
    if (!changed.ok) return ruleErrorText(changed.error, instrument);
    const saved = await vault.put('wellbeing-wave', changed.value, base);
    return saved.ok ? null : errorText(saved.error);
  }

  async function takeBack(single: AnswerSet): Promise<void> {
    const problem = await store((wave) => takeBackReply(wave, { answers: single, split: null }));
    toast({ text: problem ?? 'Reply taken out.' });
  }

  async function add(replies: readonly AnswerSet[]): Promise<string | null> {
    const problem = await store((wave) => addReplies(
        wave,
        replies.map((answers) => ({ answers, split: null })),
        instrument,
      ));
    if (problem !== null) return problem;
    const { answerSets, invited } = latest().value;
    const single = replies.length === 1 ? replies[0] : undefined;
    toast({
      text: `Saved. ${answerSets.length} of ${invited} in.`,
      actions:
        single === undefined
          ? []
          : [
              {
                label: 'Undo',
                onPress: () => {
                  void takeBack(single);
                },
              },
            ],
    });
    return null;
  }

  return (
    <>
      <Sheet pad>
        <h2>Enter a reply</h2>
        <p className={styles.muted}>
          Have your own licensed form beside you. Answers are kept by item number, without name, time or
          order.
        </p>
        <ReplyGrid
          instrument={instrument}
          answers={reply.answers}
          onChange={reply.set}
          onSave={async (answers) => {
            const problem = await add([answers]);
            if (problem === null) await reply.clear();
            return problem;
          }}
        />
      </Sheet>
      <Section title="Or bring in many at once">
        <AnswersImport instrument={instrument} onAdd={add} />
      </Section>
    </>
  );
}

/** A round that replies are still coming in for: a count, and nothing that could give a reply away. */
export function OpenRound(props: { readonly record: WaveRecord; readonly view: RoundView }) {
  const { record, view } = props;
  const { wave, instrument } = view;
  const vault = useVault();
  const today = useToday();
  const toast = useToast();
  const removeWithUndo = useRemoveWithUndo();
  const go = useGo();
  const [isClosing, setClosing] = useState(false);
  const [problem, setProblem] = useState('');
  const reply = useReply(record, instrument);
  const replies = wave.answerSets.length;
  const isEnough = replies >= minimumReplies;

  async function close(): Promise<void> {
    const closed = closeWave(record.value, today);
    const saved = closed.ok ? await vault.put('wellbeing-wave', closed.value, record) : null;
    setClosing(false);
    if (!closed.ok) setProblem(ruleErrorText(closed.error, instrument));
    else if (saved !== null && !saved.ok) setProblem(errorText(saved.error));
    else {
      // A closed round takes no reply: what was begun would wait on Today for nothing.
      await reply.clear();
      toast({ text: 'Round closed and locked.' });
    }
  }

  async function remove(): Promise<void> {
    if (!(await removeWithUndo([record], 'Round deleted.'))) return;
    await reply.clear();
    go('/');
  }

  return (
    <Page
      title={wave.label}
      docTitle="Wellbeing round"
      crumbs={[{ label: 'Wellbeing', href: '/' }]}
      lede={`${measureName(wave.instrumentId)} · ${groupName(wave.group)} · ${formatDate(wave.opensOn)} to ${formatDate(wave.closesOn)}`}
      actions={
        <LinkButton href={`/rounds/${record.id}/edit`} icon={<Pencil aria-hidden="true" />}>
          Change details
        </LinkButton>
      }
    >
      {problem !== '' && (
        <div role="alert">
          <Note kind="caution">{problem}</Note>
        </div>
      )}
      <Columns
        main={
          instrument === null ? (
            <Note kind="caution" title="This version does not know the measure">
              Update the app to enter replies. Nothing is lost.
            </Note>
          ) : (
            <Entry record={record} instrument={instrument} reply={reply} />
          )
        }
        side={
          <>
            <Section title="Replies so far">
              <div role="status">
                <p className={styles.count}>
                  {replies} of {wave.invited} in
                </p>
                <p className={styles.muted}>{countText(replies, wave.invited).replace(/^[^.]*\. /, '')}.</p>
              </div>
              <Pips replies={replies} invited={wave.invited} />
            </Section>
            <Section title="When no more are coming">
              <p className={styles.muted}>
                {wave.isBaseline
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
                    setClosing(true);
                  }}
                >
                  Close and lock
                </Button>
                <Button
                  variant="quiet"
                  onPress={() => {
                    void remove();
                  }}
                >
                  Delete this round
                </Button>
              </div>
            </Section>
          </>
        }
      />
      <Dialog
        isOpen={isClosing}
        onOpenChange={setClosing}
        title="Close this round for good?"
        actions={
          <>
            <Button
              variant="primary"
              onPress={() => {
                void close();
              }}
            >
              Close and lock
            </Button>
            <Button
              onPress={() => {
                setClosing(false);
              }}
            >
              Keep it open
            </Button>
          </>
        }
      >
        <p>
          {replies} of {wave.invited} replies are in. Closing cannot be undone.
        </p>
        {reply.isBegun && (
          <p>The reply that you have begun is not saved. It goes when you close the round.</p>
        )}
        {!isEnough && (
          <p>There are fewer than {minimumReplies}, so no result will ever be shown for this round.</p>
        )}
      </Dialog>
    </Page>
  );
}
